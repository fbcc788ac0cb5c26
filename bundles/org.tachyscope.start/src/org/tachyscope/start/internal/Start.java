package org.tachyscope.start.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Runs the command line in a framework that holds only what works without a window. That takes a third of the time of the
 * usual launcher, which reads all bundles of the workbench and of the installer before it begins.
 */
public final class Start {

    private static final String APPLICATION_BUNDLE = "org.tachyscope.app";
    private static final String APPLICATION = "org.tachyscope.app.internal.CliApplication";
    private static final int LAST_LEVEL = 4;

    private Start() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the folder of the installation, a folder for its configuration, then the words of the command line
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        Headless headless = new Headless(new Plugins(Path.of(arguments[0])), Path.of(arguments[1]));
        try {
            headless.prepare();
            Framework framework = new EquinoxFactory().newFramework(headless.properties());
            framework.start();
            CountDownLatch started = new CountDownLatch(1);
            framework.adapt(FrameworkStartLevel.class).setStartLevel(LAST_LEVEL, _ -> started.countDown());
            String[] words = Arrays.copyOfRange(arguments, 2, arguments.length);
            int code = application(framework).applyAsInt(words, () -> await(started));
            headless.archive();
            return code;
        } catch (BundleException | IOException | ReflectiveOperationException e) {
            System.err.println("tachyscope: the plug-ins in " + arguments[0] + " can't be started: " + e);
            return 1;
        }
    }

    private static void await(CountDownLatch started) {
        try {
            started.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the plug-ins started", e);
        }
    }

    /**
     * Returns the command line, an object of the bundle that holds it. Plug-ins start while it reads the user's words; it is
     * given what waits for them.
     */
    @SuppressWarnings("unchecked") // our own class
    private static ToIntBiFunction<String[], Runnable> application(Framework framework)
            throws ReflectiveOperationException {
        Bundle bundle = Stream.of(framework.getBundleContext().getBundles())
                .filter(one -> APPLICATION_BUNDLE.equals(one.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException("no bundle " + APPLICATION_BUNDLE));
        return (ToIntBiFunction<String[], Runnable>) Objects.requireNonNull(
                bundle.loadClass(APPLICATION).getConstructor().newInstance());
    }
}
