package org.tachyscope.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Size;
import org.tachyscope.core.run.Layout;
import org.tachyscope.core.run.StripLayout;

/**
 * Says how frames go through a run, and what that takes.
 *
 * @param plan of the source
 * @param held memory that the opened source takes
 * @param computed stacks that are computed from it, one after another
 * @param last what is folded or written
 * @param folds of the run
 * @param strips how it goes strip by strip, if it does
 * @param threads number of threads
 */
record Pass(
        Plan plan,
        long held,
        List<Stack> computed,
        Stack last,
        List<Fold> folds,
        Optional<StripLayout> strips,
        int threads) {

    /** Tells whether all frames of a stack will lie in one piece once the source is open. */
    static boolean inPlace(Stack stack) {
        return stack.contiguous().isPresent();
    }

    /** Says how frames are read. */
    Explanation.Line read() {
        if (inPlace(last)) {
            return new Explanation.Line("read", "one pass over " + Size.text(Size.estimate(last)) + ", in place");
        }
        long bytes = Size.of(plan.shape(), plan.type());
        return new Explanation.Line("read", "one pass over " + Size.text(bytes) + "; " + buffered());
    }

    private String buffered() {
        String frames = Size.text(Size.estimate(last)) + " of computed frames ";
        return frames
                + strips.map(layout -> switch (layout.place()) {
                            case StripLayout.InPlace _ -> "in place";
                            case StripLayout.InMemory _ -> "brought into memory";
                            case StripLayout.InFile file -> "brought into a temporary file in " + file.folder();
                        })
                        .orElse("through a buffer of " + Size.text(buffer()));
    }

    private long buffer() {
        return Math.min(Layout.COPIED_BYTES, Size.estimate(last));
    }

    /** Says how frames are cut and folded. */
    Explanation.Line fold(List<String> ids) {
        String names = String.join(", ", ids) + " together, ";
        String how = strips.map(Pass::words).orElseGet(this::tiles);
        return new Explanation.Line("fold", names + how + ", " + threads + (threads == 1 ? " thread" : " threads"));
    }

    private static String words(StripLayout layout) {
        return "strip by strip over all frames, " + layout.strips() + " strips of " + layout.samples() + " samples"
                + (layout.passBefore() ? ", after another pass for what merges across rows" : "");
    }

    private String tiles() {
        Layout layout = Layout.of(last.shape(), last.type(), folds);
        return "in " + layout.pieces() + " tiles of " + layout.samples() + " samples"
                + (layout.chunkFrames() == 0 ? "" : ", " + layout.chunkFrames() + " frames at a time");
    }

    /** Says what is taken of memory, and of a disk if something is. */
    List<Explanation.Line> takes() {
        List<Explanation.Line> lines = new ArrayList<>();
        lines.add(new Explanation.Line("memory", Size.text(memory()) + " beside Java's own"));
        strips.ifPresent(layout -> {
            if (layout.place() instanceof StripLayout.InFile file) {
                lines.add(new Explanation.Line(
                        "disk", Size.text(layout.bytes()) + " in " + file.folder() + ", until the run ends"));
            }
        });
        return lines;
    }

    private long memory() {
        long bytes = held;
        for (Stack stack : computed) {
            bytes += threads * cursorBytes(stack);
        }
        long frame = last.shape().samplesPerFrame();
        return bytes + copied() + folds.size() * frame * Float.BYTES;
    }

    /** Returns the memory of a cursor and of those that it opens of stacks beside the main one. */
    private static long cursorBytes(Stack stack) {
        if (stack.origin().isEmpty()) {
            return 0;
        }
        Origin origin = stack.origin().get();
        return origin.cursorBytes()
                + origin.inputs().stream().skip(1).mapToLong(Pass::cursorBytes).sum();
    }

    private long copied() {
        if (inPlace(last)) {
            return 0;
        }
        return strips.map(layout -> switch (layout.place()) {
                    case StripLayout.InMemory _ -> layout.bytes();
                    case StripLayout.InPlace _, StripLayout.InFile _ -> 0L;
                })
                .orElse(buffer());
    }
}
