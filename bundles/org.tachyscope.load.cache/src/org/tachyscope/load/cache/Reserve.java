package org.tachyscope.load.cache;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes files with all the room they will need, so that a full disk is an error before anything is decoded into them, and not in
 * the middle of a mapped page.
 *
 * <p>Linux has {@code posix_fallocate} for it. Windows allots what a file is lengthened by. Elsewhere only the free space was
 * compared.
 */
final class Reserve {

    private static final int READ_AND_WRITE = 2;
    private static final int NO_SUCH_CALL = 38;
    private static final int NOT_SUPPORTED = 95;

    private Reserve() {}

    /**
     * Makes a file.
     *
     * @throws IOException if the disk hasn't the room
     */
    static void make(Path file, long bytes) throws IOException {
        try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
            if (bytes == 0 || !isLinux() || !allotted(file, bytes)) {
                made.setLength(bytes);
            }
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** Tells whether the system did it; not if the file system can't. */
    private static boolean allotted(Path file, long bytes) throws IOException {
        int error;
        try {
            error = allot(file, bytes);
        } catch (IllegalCallerException | UnsupportedOperationException _) {
            return false; // nobody may call native functions, or there are none
        }
        if (error != 0 && error != NO_SUCH_CALL && error != NOT_SUPPORTED) {
            throw new IOException("No space left on device (error " + error + ")");
        }
        return error == 0;
    }

    @SuppressWarnings("restricted") // the only way to the call
    private static int allot(Path file, long bytes) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        MethodHandle open = linker.downcallHandle(
                library.findOrThrow("open"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        MethodHandle allot = linker.downcallHandle(
                library.findOrThrow("posix_fallocate"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        MethodHandle close = linker.downcallHandle(
                library.findOrThrow("close"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(file.toString());
            int descriptor = (int) open.invokeExact(name, READ_AND_WRITE);
            if (descriptor < 0) {
                return NOT_SUPPORTED;
            }
            int error = (int) allot.invokeExact(descriptor, 0L, bytes);
            int ignored = (int) close.invokeExact(descriptor);
            assert ignored == 0 : "a descriptor that was open";
            return error;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("native functions throw nothing", e);
        }
    }
}
