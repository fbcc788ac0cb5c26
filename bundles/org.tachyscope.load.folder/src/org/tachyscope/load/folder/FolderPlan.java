package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Destination;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.opencv.OpenCv;

/** Plans to map the frames of a group, to decode them into memory, or to decode them whenever they are asked for. */
final class FolderPlan implements Plan {

    private final Survey survey;
    private final FolderParams params;
    private final Findings findings;
    private final int[] frames;
    private final Access access;

    private FolderPlan(Survey survey, FolderParams params, Findings findings, Access access) {
        this.survey = survey;
        this.params = params;
        this.findings = findings;
        this.frames = survey.frames();
        this.access = access;
    }

    /** What the headers told is known; pictures that weren't looked at are taken to be like the reference. */
    static FolderPlan of(Survey survey, FolderParams params, Findings findings) {
        return new FolderPlan(
                survey,
                params,
                findings,
                switch (params.access()) {
                    case LOAD -> Access.LOADED;
                    case DECODE -> Access.DECODED;
                    case AUTO ->
                        MappedPages.starts(survey, survey.frames()).isPresent() ? Access.MAPPED : Access.LOADED;
                });
    }

    @Override
    public Shape shape() {
        return survey.layout().shape(frames.length);
    }

    @Override
    public PixelType type() {
        return survey.layout().type();
    }

    @Override
    public Cost cost() {
        boolean loads = access == Access.LOADED;
        long bytes = Math.multiplyExact(survey.layout().bytes(), frames.length);
        return new Cost(
                loads ? bytes : 0,
                0,
                loads ? survey.listing().estimatedBytes(survey.group().files()) : 0,
                access);
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
    public Optional<Plan> onDemand() {
        return Optional.of(access == Access.LOADED ? new FolderPlan(survey, params, findings, Access.DECODED) : this);
    }

    @Override
    public Stack open(Progress progress) throws IOException {
        progress.checkCancelled();
        refuseBroken();
        OpenCv.loadWithCodecs();
        Outcome nothing = new Outcome(survey, losses(), frames, new Tally(Progress.none(), 0));
        return switch (access) {
            case MAPPED ->
                MappedPages.open(
                        survey.listing().files().get(survey.group().files().getFirst()),
                        survey.slots().get(frames[0]).stamp(),
                        survey.layout(),
                        MappedPages.starts(survey, frames).orElseThrow(),
                        nothing.metadata());
            case DECODED -> new DecodedStack(survey, params, frames, nothing.metadata());
            case LOADED -> load(progress);
        };
    }

    @Override
    public Stack openGrowing(Progress progress) throws IOException {
        if (access != Access.LOADED) {
            return open(progress);
        }
        progress.checkCancelled();
        refuseBroken();
        OpenCv.loadWithCodecs();
        requireMemory();
        progress.step("decoding");
        return GrowingStack.start(survey.filling(), params, losses(), frames, progress);
    }

    /** Decodes into a file of the disk cache, say, however much memory there is. */
    @Override
    public Stack open(Progress progress, Destination destination) throws IOException {
        if (access != Access.LOADED) {
            return open(progress);
        }
        progress.checkCancelled();
        refuseBroken();
        OpenCv.loadWithCodecs();
        return load(progress, destination, Arena.ofShared());
    }

    private Stack load(Progress progress) throws IOException {
        requireMemory();
        Arena arena = Arena.ofShared();
        return load(progress, (_, _) -> Native.zeros(arena, cost().memoryBytes()), arena);
    }

    private void requireMemory() throws IOException {
        Memory.require(cost().memoryBytes(), survey.listing().source() + " (" + shape() + " " + type() + ")");
    }

    private Stack load(Progress progress, Destination destination, Arena arena) throws IOException {
        progress.step("decoding");
        try {
            MemorySegment memory = destination.allocate(shape(), type());
            Tally tally = new Reading(survey, params, frames, new Reading.Into(memory, destination), progress).run();
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
