package org.tachyscope.load.npy;

/** Chooses what a complex number becomes. */
public enum ComplexPart {
    /** Its distance from zero. */
    MAGNITUDE,
    /** Its real part. */
    REAL,
    /** Its imaginary part. */
    IMAGINARY,
    /** Its angle in radians, −π … π. */
    PHASE;

    /** Returns the value. */
    double of(double real, double imaginary) {
        return switch (this) {
            case MAGNITUDE -> Math.hypot(real, imaginary);
            case REAL -> real;
            case IMAGINARY -> imaginary;
            case PHASE -> Math.atan2(imaginary, real);
        };
    }

    /** Says in a sentence what becomes of complex numbers. */
    String rule() {
        return switch (this) {
            case MAGNITUDE -> "complex numbers become their magnitude as F32; their phase is left out";
            case REAL -> "complex numbers become their real part as F32; their imaginary part is left out";
            case IMAGINARY -> "complex numbers become their imaginary part as F32; their real part is left out";
            case PHASE -> "complex numbers become their phase as F32, −π … π; their magnitude is left out";
        };
    }
}
