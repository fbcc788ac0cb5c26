package org.tachyscope.load.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tachyscope.api.Progress;
import org.tachyscope.load.folder.Decoder.Decoded;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.load.folder.FolderParams.Sizes;

/**
 * Knows of a source what the headers and one decoded picture tell: the first readable one of the size that most have. It
 * defines the extent and type of the stack.
 *
 * @param listing all images
 * @param group what is read of them
 * @param slots the frames of the group that is read, with what is known to be wrong with them
 * @param reference which of them was decoded
 * @param first what it holds
 * @param layout of a frame of the stack
 */
record Survey(Listing listing, Group group, List<Slot> slots, int reference, Decoded first, Layout layout) {

    /** Copies the list. */
    Survey {
        slots = List.copyOf(slots);
    }

    /**
     * Decodes pictures of the usual size until one succeeds, then those of other sizes.
     *
     * @throws IOException in one sentence, if none does
     */
    static Survey of(Listing listing, Group group, List<Slot> lined, FolderParams params, Progress progress)
            throws IOException {
        List<Slot> slots = new ArrayList<>(lined);
        try (Decoder decoder = new Decoder(params)) {
            for (int i : candidates(slots)) {
                progress.checkCancelled();
                Slot slot = slots.get(i);
                try {
                    Decoded first = decoder.look(listing.files().get(slot.file()), slot.picture());
                    Layout turned = Fit.turned(first.layout(), slot.turn());
                    markOdd(slots, slot, turned, params);
                    return new Survey(listing, group, slots, i, first, extent(slots, turned, params.sizes()));
                } catch (BrokenImage e) {
                    slots.set(i, slot.broken(e));
                }
            }
        }
        throw new IOException(Sentences.noneReadable(listing, slots));
    }

    /** Returns the name of the picture that defines type and extent. */
    String firstName() {
        return slots.get(reference).name();
    }

    /** Returns the same, but what only turns out to be broken while reading is filled, not left out. */
    Survey filling() {
        List<Slot> filling = slots.stream()
                .map(slot -> slot.problem().isEmpty() && slot.rule() == OnError.SKIP ? slot.under(OnError.FILL) : slot)
                .toList();
        return new Survey(listing, group, filling, reference, first, layout);
    }

    /** Returns what the headers told to be wrong, by slot. */
    SortedMap<Integer, BrokenImage> broken() {
        SortedMap<Integer, BrokenImage> broken = new TreeMap<>();
        for (int i = 0; i < slots.size(); i++) {
            int slot = i;
            slots.get(i).problem().ifPresent(reason -> broken.put(slot, reason));
        }
        return broken;
    }

    /** Returns the slots that make frames, as far as the headers tell. */
    int[] frames() {
        return IntStream.range(0, slots.size())
                .filter(i -> slots.get(i).problem().isEmpty() || slots.get(i).rule() != OnError.SKIP)
                .toArray();
    }

    /** Returns all slots that may make a frame, those of the most frequent size first, else in their order. */
    private static List<Integer> candidates(List<Slot> slots) {
        Map<Long, Integer> counts = new HashMap<>();
        Map<Long, Integer> earliest = new HashMap<>();
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).problem().isEmpty()) {
                candidates.add(i);
                counts.merge(slots.get(i).size(), slots.get(i).sized() ? 1 : 0, Integer::sum);
                earliest.putIfAbsent(slots.get(i).size(), i);
            }
        }
        candidates.sort(Comparator.comparing(
                        (Integer i) -> -counts.getOrDefault(slots.get(i).size(), 0))
                .thenComparing(i -> earliest.getOrDefault(slots.get(i).size(), 0))
                .thenComparing(i -> i));
        return candidates;
    }

    /** Marks pictures whose headers tell that they don't fit. */
    private static void markOdd(List<Slot> slots, Slot reference, Layout stack, FolderParams params) {
        for (int i = 0; i < slots.size(); i++) {
            Optional<BrokenImage> oddity = slots.get(i).oddity(reference, stack, params);
            if (oddity.isPresent()) {
                slots.set(i, slots.get(i).broken(oddity.get()));
            }
        }
    }

    private static Layout extent(List<Slot> slots, Layout reference, Sizes sizes) {
        List<Slot> sized = slots.stream().filter(Slot::sized).toList();
        IntStream heights = sized.stream().mapToInt(Slot::height);
        IntStream widths = sized.stream().mapToInt(Slot::width);
        return switch (sizes) {
            case REFUSE -> reference;
            case CROP ->
                reference.withSize(
                        heights.min().orElse(reference.height()), widths.min().orElse(reference.width()));
            case PAD ->
                reference.withSize(
                        heights.max().orElse(reference.height()), widths.max().orElse(reference.width()));
        };
    }
}
