package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.ops.Every;
import org.tachyscope.ops.time.SlidingWindow;

/**
 * Turns references into operands.
 *
 * @param input what the step will change
 */
record Operands(Engine engine, Stack input) {

    /**
     * Returns the operand for {@code reference}; refuses at once what can be refused without reading.
     *
     * @throws IllegalArgumentException in one sentence with the numbers
     */
    Operand of(Reference reference) {
        return switch (reference) {
            case Reference.Constant constant -> new Operand.Constant((float) constant.value());
            case Reference.Own own -> of(own, PixelChain.raw(input));
            case Reference.Result result -> of(result.of(), input);
            case Reference.File file -> file(file);
        };
    }

    private Operand of(Reference.Own own, Stack stack) {
        return switch (own) {
            case Reference.Part part -> Operand.made(still(part, stack));
            case Reference.Window window -> new Operand.Each(new SlidingWindow().apply(stack, window.params()));
        };
    }

    private static void check(Reference.Part part, Stack stack) {
        switch (part) {
            case Reference.OneFrame one ->
                new FrameSpan(one.index(), one.index(), 1)
                        .in(stack.shape(), stack.metadata().name());
            case Reference.Reduced reduced ->
                reduced.frames().in(stack.shape(), stack.metadata().name());
        }
    }

    private Stack made(Reference.Part part, Stack stack, Progress progress) throws IOException {
        check(part, stack);
        return switch (part) {
            case Reference.OneFrame one -> {
                stack.prepare(progress);
                try (Cursor cursor = stack.cursor()) {
                    yield single(cursor.frame(one.index()), part);
                }
            }
            case Reference.Reduced reduced -> {
                FrameSpan span =
                        reduced.frames().in(stack.shape(), stack.metadata().name());
                progress.step(reduced + " of " + stack.metadata().name());
                try (Every range = new Every(stack, span.first(), span.step(), span.count())) {
                    var fold = reduced.statistic().fold(range);
                    yield single(
                            (Frame) engine.reduce(range, List.of(fold), progress)
                                    .getFirst(),
                            part);
                }
            }
        };
    }

    private static Stack single(Frame frame, Reference.Part part) {
        return MemoryStack.copyOf(List.of(frame), Metadata.named(part.toString()));
    }

    private Operand file(Reference.File file) {
        Path path = path(file.name());
        return Operand.made(progress -> opened(file, path, progress));
    }

    private Stack opened(Reference.File file, Path path, Progress progress) throws IOException {
        progress.step("opening " + path.getFileName());
        Stack opened = engine.open(path, progress);
        try {
            return fitting(opened, file, input.shape(), progress);
        } catch (IllegalArgumentException e) {
            opened.close();
            throw new IOException(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Returns what makes a single frame of {@code reference}.
     *
     * @throws IllegalArgumentException in one sentence with the numbers
     */
    Operand.Maker still(Reference reference) {
        return switch (reference) {
            case Reference.Constant constant -> _ -> Stills.filled(input.shape(), (float) constant.value());
            case Reference.Own own -> still(own, PixelChain.raw(input));
            case Reference.Result result -> still(result.of(), input);
            case Reference.File file -> {
                Path path = path(file.name());
                yield progress -> Stills.checked(file, opened(file, path, progress));
            }
        };
    }

    private Operand.Maker still(Reference.Own own, Stack stack) {
        return switch (own) {
            case Reference.Part part -> {
                check(part, stack);
                yield progress -> made(part, stack, progress);
            }
            case Reference.Window window ->
                throw new IllegalArgumentException("\"" + window + "\" is a frame for each of the stack's, but one for"
                        + " all is needed; write mean 0..99");
        };
    }

    private Stack fitting(Stack opened, Reference.File file, Shape shape, Progress progress) throws IOException {
        Shape got = opened.shape();
        if (!got.withFrames(1).equals(shape.withFrames(1))) {
            throw new IOException(file.name() + ": has frames of " + extent(got) + ", "
                    + input.metadata().name() + " has " + extent(shape));
        }
        if (file.of().isPresent()) {
            try (opened) {
                return made(file.of().get(), opened, progress);
            }
        }
        if (got.frames() != 1 && got.frames() != shape.frames()) {
            throw new IOException(file.name() + ": has " + got.frames() + " frames; a reference needs 1, or "
                    + shape.frames() + " as " + input.metadata().name() + " has, or \"" + file + " mean\"");
        }
        return opened;
    }

    private static String extent(Shape shape) {
        return shape.height() + " × " + shape.width() + (shape.channels() == 1 ? "" : " × " + shape.channels());
    }

    static Path path(String name) {
        try {
            Path path = Path.of(name);
            if (!Files.exists(path)) {
                throw new IllegalArgumentException(name + " does not exist");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no path: " + e.getReason(), e);
        }
    }
}
