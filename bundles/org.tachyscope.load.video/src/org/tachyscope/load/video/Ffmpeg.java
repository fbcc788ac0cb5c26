package org.tachyscope.load.video;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Loads FFmpeg's native libraries, when they are first needed, and keeps them silent.
 *
 * <p>JavaCPP unpacks the libraries once into {@code ~/.javacpp/cache}; the system property
 * {@code org.bytedeco.javacpp.cachedir} names another folder, for homes that can't be written.
 */
final class Ffmpeg {

    /** No time stamp. */
    static final long NO_TIME = avutil.AV_NOPTS_VALUE;

    private static final String NO_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
    private static final int LONGEST_REASON = 256;

    private Ffmpeg() {}

    /**
     * Makes FFmpeg ready. Cheap when it is ready already. Any thread may call it.
     *
     * @throws IOException in one sentence, if there is no FFmpeg for this platform
     */
    static void load() throws IOException {
        if (!Loaded.FAILURE.isEmpty()) {
            throw new IOException("FFmpeg doesn't load on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + " (" + Loaded.FAILURE + ")");
        }
    }

    /** Says in a few words what a negative result means. */
    static String reason(int error) {
        byte[] text = new byte[LONGEST_REASON];
        avutil.av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    /** Shows memory of FFmpeg's, as long as it lives. */
    static MemorySegment memory(Pointer start, long bytes) {
        return MemorySegment.ofAddress(start.address()).reinterpret(bytes);
    }

    /** Returns the text that FFmpeg shows, or an empty one. */
    static String text(@Nullable BytePointer text) {
        return text == null || text.isNull() ? "" : text.getString(StandardCharsets.UTF_8);
    }

    private static String tryToLoad() {
        if (System.getProperty(NO_LIMIT) == null) {
            // JavaCPP refuses to allocate once the process holds twice its maximal heap, which a stack easily does.
            System.setProperty(NO_LIMIT, "0");
        }
        try {
            Loader.load(avutil.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            Loader.load(swscale.class);
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            return "";
        } catch (LinkageError | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Loads when it is first touched, and once for the life of the process, as natives do. */
    private static final class Loaded {
        static final String FAILURE = tryToLoad();
    }

    /** Points to an address that Java knows as a number. */
    static final class Address extends Pointer {
        Address(long value) {
            address = value;
        }
    }
}
