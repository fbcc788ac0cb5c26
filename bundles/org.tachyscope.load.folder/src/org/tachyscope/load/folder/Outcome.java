package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
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
 * @param tally what happened while reading
 */
record Outcome(Survey survey, FolderParams params, List<Loss> planned, Tally tally) {

    /**
     * Applies the user's choice about broken files, and hands the arena to the stack.
     *
     * @throws IOException if nothing is left, or the choice was to stop
     */
    Stack stack(Arena arena, MemorySegment frames) throws IOException {
        SortedMap<Integer, String> broken = tally.broken();
        Layout layout = survey.first().layout();
        Listing listing = survey.listing();
        if (survey.broken().size() + broken.size() == listing.files().size()) {
            throw new IOException(Sentences.noneReadable(
                    listing,
                    survey.broken().isEmpty() ? broken.get(0) : survey.broken().getFirst()));
        }
        MemorySegment kept = switch (params.onError()) {
            case STOP -> stopAtFirst(broken, frames);
            case SKIP -> Frames.close(frames, layout.bytes(), gaps(broken.keySet()));
            case FILL -> frames;
        };
        Shape shape = layout.shape(kept.byteSize() / layout.bytes());
        return MemoryStack.owning(arena, kept, shape, layout.type(), metadata(broken));
    }

    private MemorySegment stopAtFirst(SortedMap<Integer, String> broken, MemorySegment frames) throws IOException {
        if (!broken.isEmpty()) {
            int first = broken.firstKey();
            throw new IOException(Sentences.stopped(survey.listing(), first, String.valueOf(broken.get(first))));
        }
        return frames;
    }

    /** Turns indices of files into indices of frames: files that were known to be broken have none. */
    private Set<Integer> gaps(Set<Integer> files) {
        return files.stream().map(file -> file - survey.broken().size()).collect(Collectors.toSet());
    }

    private Metadata metadata(SortedMap<Integer, String> broken) {
        Listing listing = survey.listing();
        Metadata metadata = Metadata.named(listing.name())
                .withFrameNames(frameNames(broken.keySet()))
                .withProperty("source", listing.source().toAbsolutePath().toString());
        if (!broken.isEmpty() || !survey.broken().isEmpty()) {
            metadata = metadata.withProperty("broken files", brokenNames(broken.keySet()));
        }
        for (Loss loss : losses(broken)) {
            metadata = metadata.withLoss(loss);
        }
        return metadata;
    }

    private List<String> frameNames(Set<Integer> broken) {
        boolean skip = params.onError() == OnError.SKIP;
        return IntStream.range(
                        skip ? survey.broken().size() : 0,
                        survey.listing().files().size())
                .filter(file -> !skip || !broken.contains(file))
                .mapToObj(survey.listing()::name)
                .toList();
    }

    private String brokenNames(Set<Integer> broken) {
        Set<Integer> all = new TreeSet<>(broken);
        IntStream.range(0, survey.broken().size()).forEach(all::add);
        return all.stream().map(survey.listing()::name).collect(Collectors.joining("\n"));
    }

    private List<Loss> losses(SortedMap<Integer, String> broken) {
        List<Loss> losses = new ArrayList<>(planned);
        if (!broken.isEmpty()) {
            losses.add(Sentences.broken(survey.listing(), broken, params.onError()));
        }
        tally.changes().forEach((change, files) -> {
            if (!change.equals(survey.first().change())) {
                losses.add(new Loss(Loss.Kind.CONVERTED, files, change));
            }
        });
        SortedMap<Integer, Long> more =
                tally.morePictures().tailMap(survey.broken().size() + 1);
        if (!more.isEmpty()) {
            long pictures = more.values().stream().mapToLong(Long::longValue).sum();
            losses.add(Sentences.morePictures(
                    more.size(), pictures, survey.listing().name(more.firstKey())));
        }
        return losses;
    }
}
