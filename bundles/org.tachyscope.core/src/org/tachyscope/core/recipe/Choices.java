package org.tachyscope.core.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.Sources;

/**
 * Says what a person takes of a source. Becomes operations at the head of a recipe, in this order:
 *
 * <pre>
 *   frames ▸ flip ▸ rotate ▸ transpose ▸ crop ▸ bin ▸ gray ▸ normalise ▸ convert to U8
 *   thins                                thins  thins thins              thins
 * </pre>
 *
 * <p>What thins is left out on full data. The crop is counted in turned frames, which is what a person looks at.
 *
 * @param frames which of them
 * @param turning how frames are turned
 * @param crop the rectangle that is kept, in pixels of turned frames
 * @param scale side of the square of pixels that becomes one, at least 1
 * @param gray whether channels become one
 * @param bytes whether samples become U8
 * @param normalising what has its values stretched to the full range
 */
public record Choices(
        Frames frames,
        Turning turning,
        Optional<Box> crop,
        int scale,
        boolean gray,
        boolean bytes,
        Normalising normalising) {

    /** Takes everything as it is. */
    public static final Choices EVERYTHING =
            new Choices(Frames.ALL, Turning.NONE, Optional.empty(), 1, false, false, Normalising.NOTHING);

    /** Refuses a scale below 1. */
    public Choices {
        if (scale < 1) {
            throw new IllegalArgumentException("a scale is 1/n with n ≥ 1, got n = " + scale);
        }
    }

    /**
     * Names frames.
     *
     * @param from index of the first one
     * @param to index of the last one, or -1 for the source's last
     * @param step takes every so many
     */
    public record Frames(long from, long to, long step) {
        /** Takes all. */
        public static final Frames ALL = new Frames(0, -1, 1);
    }

    /**
     * Says how frames are turned: flipped first, then rotated, then transposed.
     *
     * @param flip what changes places
     * @param degrees anticlockwise as seen; a multiple of 90
     * @param transposed whether rows become columns
     */
    public record Turning(Flip flip, int degrees, boolean transposed) {
        /** Leaves frames as they are. */
        public static final Turning NONE = new Turning(Flip.NOTHING, 0, false);

        /** Refuses other angles. */
        public Turning {
            if (degrees % 90 != 0) {
                throw new IllegalArgumentException("frames are rotated by multiples of 90°, got " + degrees + "°");
            }
        }
    }

    /** Tells what changes places. */
    public enum Flip {
        /** Nothing. */
        NOTHING,
        /** Left and right. */
        LEFT_RIGHT,
        /** Top and bottom. */
        TOP_BOTTOM,
        /** Both. */
        BOTH
    }

    /** Tells what has its values stretched to the full range. */
    public enum Normalising {
        /** Nothing. */
        NOTHING,
        /** Each frame. */
        FRAME,
        /** The whole stack. */
        STACK
    }

    /**
     * Returns the step that leaves at most so many per cent of the frames.
     *
     * @throws IllegalArgumentException if that is none or more than all
     */
    public static long stepOfShare(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "a share of the frames is more than 0 % and at most 100 %, got " + percent);
        }
        return (long) Math.ceil(100 / percent);
    }

    /** Tells whether less is taken than there is. */
    public boolean thins(Shape shape, PixelType type) {
        return steps(shape, type).stream().anyMatch(Recipe.Step::thins);
    }

    /** Returns a copy with another crop. */
    public Choices withCrop(Optional<Box> other) {
        return new Choices(frames, turning, other, scale, gray, bytes, normalising);
    }

    /** Returns a copy with other frames. */
    public Choices withFrames(Frames others) {
        return new Choices(others, turning, crop, scale, gray, bytes, normalising);
    }

    /**
     * Returns the operations that this comes to; what changes nothing is left out.
     *
     * @param shape shape of the source
     * @param type its pixel type
     */
    public List<Recipe.Step> steps(Shape shape, PixelType type) {
        List<Recipe.Step> steps = new ArrayList<>();
        if (!frames.equals(Frames.ALL)) {
            Map<String, Object> params = Map.of("from", frames.from(), "to", frames.to(), "step", frames.step());
            steps.add(new Recipe.Step("frames", params, true));
        }
        steps.addAll(turns());
        crop.ifPresent(box -> steps.add(new Recipe.Step("crop", Map.of("box", plain(box)), true)));
        if (scale > 1) {
            Map<String, Object> params =
                    Map.of("width", (long) scale, "height", (long) scale, "value", "MEAN", "output", "KEEP");
            steps.add(new Recipe.Step("bin", params, true));
        }
        if (gray && shape.channels() > 1) {
            steps.add(new Recipe.Step("gray", Map.of("rule", shape.channels() == 2 ? "MEAN" : "LUMA"), true));
        }
        steps.addAll(values(type));
        return List.copyOf(steps);
    }

    /** Returns the recipe that takes this of a source and does nothing more. */
    public Recipe recipe(Sources.Planned planned) {
        return new Recipe(
                new Recipe.Source(
                        planned.source().toString(),
                        Optional.of(planned.loader().id()),
                        Parameters.toMap(planned.params())),
                steps(planned.plan().shape(), planned.plan().type()),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Returns a copy that only turns frames and takes a range of them, to look at what there is. */
    public Choices turnsOnly() {
        return new Choices(frames, turning, Optional.empty(), 1, false, false, Normalising.NOTHING);
    }

    /** Returns the operations that only turn frames. */
    private List<Recipe.Step> turns() {
        List<Recipe.Step> steps = new ArrayList<>();
        if (turning.flip() != Flip.NOTHING) {
            steps.add(new Recipe.Step("flip", Map.of("sides", turning.flip().name())));
        }
        if (turning.degrees() % 360 != 0) {
            Map<String, Object> params = Map.of("angle", (double) turning.degrees(), "canvas", "SAME", "fill", 0.0);
            steps.add(new Recipe.Step("rotate", params));
        }
        if (turning.transposed()) {
            steps.add(new Recipe.Step("transpose", Map.of()));
        }
        return steps;
    }

    private static Map<String, Object> plain(Box box) {
        return Map.of(
                "x", (long) box.x(), "y", (long) box.y(), "width", (long) box.width(), "height", (long) box.height());
    }

    /** Stretches and narrows values. Without a range of its own, the range of the type or, of F32, of the stack becomes 0 … 255. */
    private List<Recipe.Step> values(PixelType type) {
        List<Recipe.Step> steps = new ArrayList<>();
        switch (normalising) {
            case NOTHING -> {}
            case FRAME, STACK -> steps.add(normalise(normalising, "F32", false));
        }
        if (bytes && normalising == Normalising.NOTHING && type == PixelType.F32) {
            steps.add(normalise(Normalising.STACK, "U8", true));
        } else if (bytes && (type != PixelType.U8 || normalising != Normalising.NOTHING)) {
            Map<String, Object> params = Map.of("type", "U8", "scaling", "FULL", "low", 0.0, "high", 1.0);
            steps.add(new Recipe.Step("convert", params, true));
        }
        return steps;
    }

    private static Recipe.Step normalise(Normalising scope, String output, boolean thins) {
        return new Recipe.Step("normalise", Map.of("scope", scope.name(), "trim", 0.0, "output", output), thins);
    }
}
