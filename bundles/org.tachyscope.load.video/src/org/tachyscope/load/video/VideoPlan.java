package org.tachyscope.load.video;

import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Plans to decode frames of a video when they are asked for. */
final class VideoPlan implements Plan {

    private final FirstLook first;
    private final Look look;
    private final Rhythm rhythm;
    private final VideoParams params;

    VideoPlan(FirstLook first, VideoParams params) {
        this.first = first;
        this.params = params;
        look = new Look(first.width(), first.height(), first.format(), params.colour());
        rhythm = Rhythm.of(index());
    }

    private Index index() {
        return first.source().index();
    }

    @Override
    public Shape shape() {
        return look.shape(index().frames());
    }

    @Override
    public PixelType type() {
        return look.type();
    }

    @Override
    public Cost cost() {
        return new Cost(0, 0, index().packets().size(index().packetOf(0)), Access.DECODED);
    }

    @Override
    public List<Loss> losses() {
        List<Loss> losses = new ArrayList<>(Tail.losses(index(), rhythm));
        if (first.lost() > 0) {
            losses.add(new Loss(
                    Loss.Kind.SKIPPED,
                    first.lost(),
                    (first.lost() == 1 ? "the first frame" : "the first " + first.lost() + " frames")
                            + " can't be decoded: damaged, or made from pictures before the beginning of the file"));
        }
        losses.addAll(look.losses(index().frames()));
        return List.copyOf(losses);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("frames come in the order of their presentation times, from " + Reports.seconds(index().seconds(0))
                + " to " + Reports.seconds(index().seconds(index().frames() - 1)));
        notes.add(look.note());
        notes.addAll(first.traits().notes(look));
        return List.copyOf(notes);
    }

    @Override
    public List<Report> reports() {
        return Reports.of(index(), rhythm);
    }

    @Override
    public Stack open(Progress progress) {
        progress.checkCancelled();
        Metadata metadata = Metadata.named(first.source().name()).withTiming(rhythm.timing(index()));
        for (Loss loss : losses()) {
            metadata = metadata.withLoss(loss);
        }
        return new VideoStack(first.source(), look, params.onError(), metadata);
    }
}
