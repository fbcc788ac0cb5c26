package org.tachyscope.load.npy;

import java.util.Optional;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;

/**
 * States what samples of one type become.
 *
 * @param from the sample type in the file
 * @param descr as the file spells it
 * @param params what the user chose
 */
record Rule(SampleType from, String descr, NpyParams params) {

    /** Returns the pixel type of the stack. */
    PixelType type() {
        return params.values() == Values.KEEP ? from.kind().type() : PixelType.F32;
    }

    /** Tells whether the bytes in the file are the bytes of the stack. */
    boolean stored() {
        return from.stored() && params.values() == Values.KEEP;
    }

    /**
     * Returns what converts samples, for one thread.
     *
     * @param unit maps values to 0 … 1, if that is what was chosen
     */
    Conversion conversion(Linear unit) {
        Wide wide = new Wide(from, params.complex());
        return switch (params.values()) {
            case KEEP -> from.kind().complex() ? new Conversion(wide, Linear.NONE) : new Conversion(from);
            case MIN_MAX -> new Conversion(wide, unit);
            case SCALE -> new Conversion(wide, new Linear(params.scale(), params.offset()));
        };
    }

    /** Returns the rule in a sentence, or an empty text if values stay as they are. */
    String sentence() {
        String kind =
                from.kind().complex() ? params.complex().rule() : from.kind().rule();
        return switch (params.values()) {
            case KEEP -> kind;
            case MIN_MAX ->
                (from.kind().complex() ? kind + "; " : "")
                        + "values become F32, the smallest to the largest of the whole array 0 to 1; they are found when the"
                        + " first frame is read";
            case SCALE ->
                (from.kind().complex() ? kind + "; " : "") + "values become F32: value × " + params.scale() + " + "
                        + params.offset();
        };
    }

    /** Returns what is lost. */
    Optional<Loss> loss(long frames) {
        boolean changes = from.kind().complex() || from.kind().rounds() || params.values() != Values.KEEP;
        return changes
                ? Optional.of(new Loss(Loss.Kind.CONVERTED, frames, descr + ": " + sentence()))
                : Optional.empty();
    }
}
