package org.tachyscope.load.folder;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import org.tachyscope.load.folder.Decoder.Decoded;
import org.tachyscope.load.folder.FolderParams.OnError;

/** Reads the frames of a survey, or what stands for them. Belongs to one thread. */
final class FrameReader implements AutoCloseable {

    private final Survey survey;
    private final FolderParams params;
    private final Tally tally;
    private final Decoder decoder;

    FrameReader(Survey survey, FolderParams params, Tally tally) {
        this.survey = survey;
        this.params = params;
        this.tally = tally;
        this.decoder = new Decoder(params);
    }

    /**
     * Reads a frame. One that can't be had is noted and replaced as the user wants.
     *
     * @param frame memory of exactly one frame
     * @return why it can't be had, if so
     */
    Optional<BrokenImage> read(int index, MemorySegment frame) {
        Slot slot = survey.slots().get(index);
        if (slot.problem().isPresent()) {
            replace(index, frame);
            tally.filled();
            return slot.problem();
        }
        try {
            tally.decoded(index, decode(slot, frame));
            return Optional.empty();
        } catch (BrokenImage e) {
            replace(index, frame);
            tally.broken(index, e);
            return Optional.of(e);
        }
    }

    /** Puts the frame before, or an empty one, where none can be had. */
    private void replace(int index, MemorySegment frame) {
        boolean repeated = false;
        int before = survey.slots().get(index).rule() == OnError.REPEAT ? index - 1 : -1;
        for (; before >= 0 && !repeated; before--) {
            Slot slot = survey.slots().get(before);
            repeated = slot.problem().isEmpty() && !tally.isBroken(before) && decodes(slot, frame);
        }
        if (!repeated) {
            Frames.fill(frame, survey.layout().type(), params.fill());
        }
    }

    private boolean decodes(Slot slot, MemorySegment frame) {
        try {
            decode(slot, frame);
            return true;
        } catch (BrokenImage e) {
            return false;
        }
    }

    private Decoded decode(Slot slot, MemorySegment frame) throws BrokenImage {
        long start = System.nanoTime();
        long disk = decoder.diskNanos();
        Path file = survey.listing().files().get(slot.file());
        boolean byHeaders = !(slot.picture().source() instanceof Picture.Whole);
        try {
            if (byHeaders) {
                slot.stamp().refuseChanged(file);
            }
            return decoder.decode(file, slot.picture(), slot.turn(), survey.layout(), frame);
        } finally {
            tally.spent(decoder.diskNanos() - disk, System.nanoTime() - start);
        }
    }

    @Override
    public void close() {
        decoder.close();
    }
}
