package org.tachyscope.opencv;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;

/**
 * Loads OpenCV's native libraries, when they are first needed.
 *
 * <p>OpenCV's own threads are switched off for the whole process: a call works on the thread that calls it, so that whoever
 * cuts the work decides alone how many processors are busy.
 *
 * <p>JavaCPP unpacks the libraries once into {@code ~/.javacpp/cache}; the system property
 * {@code org.bytedeco.javacpp.cachedir} names another folder, for homes that can't be written.
 */
public final class OpenCv {

    private static final String NO_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
    private static final int SILENT = 0;

    /** {@code cv::utils::logging::setLogLevel(LogLevel)} as the compilers of the three platforms spell it. */
    private static final List<String> SET_LOG_LEVEL = List.of(
            "_ZN2cv5utils7logging11setLogLevelENS1_8LogLevelE",
            "?setLogLevel@logging@utils@cv@@YA?AW4LogLevel@123@W44123@@Z");

    private OpenCv() {}

    /**
     * Makes OpenCV ready to compute: modules core and imgproc, one thread for each caller, silent. Cheap when it is ready
     * already. Any thread may call it.
     *
     * @throws IOException in one sentence, if there is no OpenCV for this platform
     */
    public static void load() throws IOException {
        check(Loaded.FAILURE);
    }

    /**
     * Makes OpenCV ready to compute and to decode: also module imgcodecs.
     *
     * @throws IOException in one sentence, if there is no OpenCV for this platform
     */
    public static void loadWithCodecs() throws IOException {
        load();
        check(LoadedCodecs.FAILURE);
    }

    private static void check(String failure) throws IOException {
        if (!failure.isEmpty()) {
            throw new IOException("OpenCV doesn't load on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + " (" + failure + ")");
        }
    }

    /** Says why modules don't load, or nothing if they did. */
    private static String tryTo(Runnable load) {
        allowMuchMemory();
        try {
            load.run();
            return "";
        } catch (LinkageError | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void loadComputing() {
        Loader.load(opencv_core.class);
        Loader.load(opencv_imgproc.class);
        opencv_core.setNumThreads(1);
        silence();
    }

    /** JavaCPP refuses to allocate once the process holds twice its maximal heap, which a stack easily does. */
    private static void allowMuchMemory() {
        if (System.getProperty(NO_LIMIT) == null) {
            System.setProperty(NO_LIMIT, "0");
        }
    }

    /** Keeps OpenCV from writing to the error stream what we say in our own words. JavaCPP has no call for it. */
    private static void silence() {
        for (String name : SET_LOG_LEVEL) {
            Pointer function = Loader.addressof(name);
            if (function != null && !function.isNull()) {
                setLogLevel(MemorySegment.ofAddress(function.address()));
            }
        }
    }

    private static void setLogLevel(MemorySegment function) {
        try {
            Linker.nativeLinker()
                    .downcallHandle(function, FunctionDescriptor.of(JAVA_INT, JAVA_INT))
                    .invoke(SILENT);
        } catch (Throwable e) {
            throw new IllegalStateException("OpenCV's log can't be silenced", e);
        }
    }

    /** Loads when it is first touched, and once for the life of the process, as natives do. */
    private static final class Loaded {
        static final String FAILURE = tryTo(OpenCv::loadComputing);
    }

    /** Loads when it is first touched, after {@link Loaded}. */
    private static final class LoadedCodecs {
        static final String FAILURE = tryTo(() -> Loader.load(opencv_imgcodecs.class));
    }
}
