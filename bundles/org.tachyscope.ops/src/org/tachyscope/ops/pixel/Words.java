package org.tachyscope.ops.pixel;

/** Says what operations share in words. */
final class Words {

    static final String REFERENCE =
            "constant 12, frame 3, mean 0..99 (or min, max, std, median), file dark.npy, or file dark.npy mean.";

    static final String REFERENCES =
            REFERENCE + " Or window mean 50: that of the frames up to each one (sum, lag 5, centred, mirrored …).";

    private Words() {}

    /** Returns an amount that lies in [0, 1]. */
    static double amount(double amount) {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("the amount must lie in [0, 1], got " + amount);
        }
        return amount;
    }

    static String share(double amount) {
        return amount == 1 ? "" : number(amount) + " of ";
    }

    /** Returns 12 and not 12.0. */
    static String number(double value) {
        return ReferenceText.number(value);
    }
}
