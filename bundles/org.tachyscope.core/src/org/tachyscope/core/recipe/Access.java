package org.tachyscope.core.recipe;

/** Chooses how frames of a source are reached. Results never depend on it. */
public enum Access {
    /** Maps what can be mapped, loads what must be decoded. */
    AUTOMATIC,
    /** Pages of the source file, on demand. */
    MAP,
    /** Everything that is taken lies in memory. */
    LOAD,
    /** The source is decoded into the disk cache once, and mapped from there. */
    CACHE,
    /** Frames are decoded whenever they are needed, and not kept. */
    DECODE
}
