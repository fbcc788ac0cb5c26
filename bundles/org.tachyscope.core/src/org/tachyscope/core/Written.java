package org.tachyscope.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

/**
 * Reads values of a type that is written as a text: one with a public static {@code parse(String)} that returns it, and a
 * {@code toString()} that {@code parse} understands.
 *
 * @param parse the method
 */
record Written(Method parse) {

    /** Returns how to read values of {@code type}, if they are written as a text. */
    static Optional<Written> as(Class<?> type) {
        if (type.isPrimitive() || type == String.class || type.isEnum()) {
            return Optional.empty();
        }
        try {
            Method parse = type.getMethod("parse", String.class);
            boolean fits = Modifier.isStatic(parse.getModifiers()) && type.isAssignableFrom(parse.getReturnType());
            return fits ? Optional.of(new Written(parse)) : Optional.empty();
        } catch (NoSuchMethodException _) {
            return Optional.empty();
        }
    }

    /** Returns the value; what {@code parse} refuses is passed on. */
    Object parse(String text) {
        try {
            parse.setAccessible(true);
            return parse.invoke(null, text);
        } catch (InvocationTargetException e) {
            boolean refused = e.getCause() instanceof IllegalArgumentException said && said.getMessage() != null;
            throw new IllegalArgumentException(refused ? e.getCause().getMessage() : Reason.of(e), e);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(parse + " can't be called: " + Reason.of(e), e);
        }
    }
}
