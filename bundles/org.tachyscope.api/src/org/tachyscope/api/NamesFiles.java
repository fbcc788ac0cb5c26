package org.tachyscope.api;

import java.util.function.UnaryOperator;

/**
 * Is a parameter's value that names files. Relative ones start from the folder of the recipe they stand in; the engine
 * resolves them before the operation sees them.
 *
 * @param <S> the value itself
 */
public interface NamesFiles<S> {

    /** Returns a copy that names other files, or this if it names none. */
    S withFiles(UnaryOperator<String> change);
}
