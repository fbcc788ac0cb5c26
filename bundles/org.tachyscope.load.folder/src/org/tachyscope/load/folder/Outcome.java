package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderParams.OnError;

/**
 * Makes a stack of what was read.
 *
 * @param planned losses that were known before
 * @param frames which slots made the frames
 * @param tally what happened while reading
 */
record Outcome(Survey survey, List<Loss> planned, int[] frames, Tally tally) {

    /**
     * Applies the user's choice about broken frames, and hands the arena to the stack.
     *
     * @throws IOException if nothing is left, or the choice was to stop
     */
    Stack stack(Arena arena, MemorySegment memory) throws IOException {
        refuse();
        Layout layout = survey.layout();
        Set<Integer> gaps = gaps();
        MemorySegment kept = gaps.isEmpty() ? memory : Frames.close(memory, layout.bytes(), gaps);
        Shape shape = layout.shape(kept.byteSize() / layout.bytes());
        return MemoryStack.owning(arena, kept, shape, layout.type(), metadata(gaps));
    }

    /**
     * Refuses if nothing is left, or the choice was to stop.
     *
     * @throws IOException naming the first frame that was to stop the loading
     */
    void refuse() throws IOException {
        SortedMap<Integer, BrokenImage> broken = tally.broken();
        for (var entry : broken.entrySet()) {
            if (survey.slots().get(entry.getKey()).rule() == OnError.STOP) {
                throw new IOException(Sentences.stopped(
                        survey, entry.getKey(), entry.getValue().reason()));
            }
        }
        SortedMap<Integer, BrokenImage> all = all();
        if (all.size() == survey.slots().size()) {
            int first = all.firstKey();
            throw new IOException(Sentences.noneReadable(
                    survey.listing(),
                    all.size(),
                    survey.slots().get(first).name(),
                    String.valueOf(all.get(first).reason())));
        }
    }

    /** Returns the frames that were found broken while reading and are to be left out. */
    private Set<Integer> gaps() {
        SortedMap<Integer, BrokenImage> broken = tally.broken();
        return IntStream.range(0, frames.length)
                .filter(i -> broken.containsKey(frames[i])
                        && survey.slots().get(frames[i]).rule() == OnError.SKIP)
                .boxed()
                .collect(Collectors.toSet());
    }

    private List<String> names(int[] kept) {
        return Arrays.stream(kept)
                .mapToObj(slot -> survey.slots().get(slot).name())
                .toList();
    }

    private SortedMap<Integer, BrokenImage> all() {
        SortedMap<Integer, BrokenImage> all = new TreeMap<>(survey.broken());
        all.putAll(tally.broken());
        return all;
    }

    /** States what is known about all frames. */
    Metadata metadata() {
        return metadata(Set.of());
    }

    private Metadata metadata(Set<Integer> gaps) {
        Listing listing = survey.listing();
        int[] kept = IntStream.range(0, frames.length)
                .filter(i -> !gaps.contains(i))
                .map(i -> frames[i])
                .toArray();
        Times times = Times.of(survey, kept);
        Metadata metadata = Metadata.named(listing.name())
                .withFrameNames(names(kept))
                .withTiming(times.timing())
                .withProperty("source", listing.source().toAbsolutePath().toString());
        SortedMap<Integer, BrokenImage> broken = all();
        if (!broken.isEmpty()) {
            metadata = metadata.withProperty("broken files", lines(broken, false))
                    .withProperty("problems", lines(broken, true));
        }
        if (times.first().isPresent()) {
            metadata = metadata.withProperty("captured", times.first().get().toString());
        }
        for (Loss loss : losses()) {
            metadata = metadata.withLoss(loss);
        }
        return metadata;
    }

    private String lines(SortedMap<Integer, BrokenImage> broken, boolean reasons) {
        return broken.entrySet().stream()
                .map(entry -> survey.slots().get(entry.getKey()).name()
                        + (reasons
                                ? ": " + entry.getValue().problem() + ", "
                                        + entry.getValue().reason()
                                : ""))
                .collect(Collectors.joining("\n"));
    }

    private List<Loss> losses() {
        List<Loss> losses = new ArrayList<>(planned);
        losses.addAll(Sentences.broken(survey, tally.broken()));
        tally.changes().forEach((change, files) -> {
            if (!change.equals(survey.first().change())) {
                losses.add(new Loss(Loss.Kind.CONVERTED, files, change));
            }
        });
        SortedMap<Integer, Long> more = new TreeMap<>(tally.morePictures());
        more.remove(survey.reference());
        if (!more.isEmpty()) {
            long pictures = more.values().stream().mapToLong(Long::longValue).sum();
            losses.add(Sentences.morePictures(
                    more.size(), pictures, survey.slots().get(more.firstKey()).name()));
        }
        return losses;
    }
}
