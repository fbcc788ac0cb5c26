package org.tachyscope.app.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Handles signals of the operating system. Java has only {@code sun.misc.Signal} for that, which a bundle can't import, so it
 * is reached by reflection; without it signals end the process as usual.
 */
final class Signals {

    private Signals() {}

    /** Lets {@code action} run on a thread of its own when one of these signals arrives. */
    static void handle(Runnable action, String... names) {
        try {
            ClassLoader jdk = ClassLoader.getSystemClassLoader();
            Class<?> signal = jdk.loadClass("sun.misc.Signal");
            Class<?> handler = jdk.loadClass("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(jdk, new Class<?>[] {handler}, (self, method, arguments) -> {
                return switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "cancel";
                    default -> {
                        action.run();
                        yield null;
                    }
                };
            });
            for (String name : names) {
                handle(signal.getConstructor(String.class), handler, proxy, name);
            }
        } catch (ReflectiveOperationException e) {
            return; // a runtime without jdk.unsupported: signals end the process as usual
        }
    }

    private static void handle(Constructor<?> signal, Class<?> handler, Object proxy, String name)
            throws ReflectiveOperationException {
        try {
            signal.getDeclaringClass()
                    .getMethod("handle", signal.getDeclaringClass(), handler)
                    .invoke(null, signal.newInstance(name), proxy);
        } catch (InvocationTargetException e) {
            return; // this system doesn't know the signal, or it is ignored on purpose (nohup)
        }
    }
}
