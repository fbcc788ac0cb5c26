package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.opencv.OpenCv;

/** Plans to decode every frame of a group into memory. */
final class FolderPlan implements Plan {

    private final Survey survey;
    private final FolderParams params;
    private final Findings findings;
    private final int[] frames;
    private final Shape shape;
    private final Cost cost;

    /** What the headers told is known; pictures that weren't looked at are taken to be like the reference. */
    FolderPlan(Survey survey, FolderParams params, Findings findings) {
        this.survey = survey;
        this.params = params;
        this.findings = findings;
        this.frames = survey.frames();
        this.shape = survey.layout().shape(frames.length);
        this.cost = new Cost(
                Math.multiplyExact(survey.layout().bytes(), shape.frames()),
                0,
                survey.listing().estimatedBytes(survey.group().files()),
                Access.LOADED);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return survey.layout().type();
    }

    @Override
    public Cost cost() {
        return cost;
    }

    @Override
    public List<Loss> losses() {
        return findings.losses(frames.length);
    }

    @Override
    public List<String> notes() {
        return findings.notes();
    }

    @Override
    public List<Report> reports() {
        return findings.reports();
    }

    @Override
    public Stack open(Progress progress) throws IOException {
        progress.checkCancelled();
        refuseBroken();
        OpenCv.loadWithCodecs();
        Memory.require(cost.memoryBytes(), survey.listing().source() + " (" + shape + " " + type() + ")");
        progress.step("decoding");
        Arena arena = Arena.ofShared();
        try {
            MemorySegment memory = Native.zeros(arena, cost.memoryBytes());
            Tally tally = new Reading(survey, params, frames, memory, progress).run();
            return new Outcome(survey, losses(), frames, tally).stack(arena, memory);
        } catch (IOException | RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    private void refuseBroken() throws IOException {
        for (var entry : survey.broken().entrySet()) {
            if (survey.slots().get(entry.getKey()).rule() == OnError.STOP) {
                throw new IOException(Sentences.stopped(
                        survey, entry.getKey(), entry.getValue().reason()));
            }
        }
    }
}
