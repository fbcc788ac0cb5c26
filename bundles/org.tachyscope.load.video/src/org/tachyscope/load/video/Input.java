package org.tachyscope.load.video;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/**
 * Lets FFmpeg read a file through Java: names in any language work on every system, no video can make it open anything else,
 * and reading stops when it is asked to.
 */
final class Input implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int IO_ERROR = -5;
    private static final int FROM_HERE = 1;
    private static final int FROM_END = 2;

    private final RandomAccessFile file;
    private final BooleanSupplier stop;
    private final Arena arena = Arena.ofShared();
    private final byte[] buffer = new byte[BUFFER];
    private final AVIOContext context;

    /**
     * Opens a file.
     *
     * @param stop is asked at every read; reading ends with an error once it says yes
     */
    Input(Path path, BooleanSupplier stop) throws IOException {
        this.stop = stop;
        file = new RandomAccessFile(path.toFile(), "r");
        try {
            context = context();
        } catch (Throwable e) {
            file.close();
            arena.close();
            throw new IllegalStateException("FFmpeg can't be handed a file", e);
        }
    }

    private AVIOContext context() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MemorySegment read = linker.upcallStub(
                bound("read", MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class, int.class)),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT),
                arena);
        MemorySegment seek = linker.upcallStub(
                bound("seek", MethodType.methodType(long.class, MemorySegment.class, long.class, int.class)),
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT),
                arena);
        MethodHandle allocate = linker.downcallHandle(
                MemorySegment.ofAddress(Loader.addressof("avio_alloc_context").address()),
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        MemorySegment memory = MemorySegment.ofAddress(avutil.av_malloc(BUFFER).address());
        MemorySegment made =
                (MemorySegment) allocate.invoke(memory, BUFFER, 0, MemorySegment.NULL, read, MemorySegment.NULL, seek);
        return new AVIOContext(new Ffmpeg.Address(made.address()));
    }

    private MethodHandle bound(String name, MethodType type) throws ReflectiveOperationException {
        return MethodHandles.lookup().bind(this, name, type);
    }

    AVIOContext get() {
        return context;
    }

    /** Is called by FFmpeg, which an exception would tear down together with Java. */
    int read(MemorySegment opaque, MemorySegment out, int size) {
        try {
            if (stop.getAsBoolean()) {
                return avutil.AVERROR_EXIT;
            }
            int count = file.read(buffer, 0, Math.min(size, buffer.length));
            if (count <= 0) {
                return avutil.AVERROR_EOF;
            }
            out.reinterpret(count).copyFrom(MemorySegment.ofArray(buffer).asSlice(0, count));
            return count;
        } catch (Throwable e) {
            return IO_ERROR;
        }
    }

    /** Is called by FFmpeg, which an exception would tear down together with Java. */
    long seek(MemorySegment opaque, long offset, int whence) {
        try {
            long length = file.length();
            if ((whence & avformat.AVSEEK_SIZE) != 0) {
                return length;
            }
            long to = switch (whence & ~avformat.AVSEEK_FORCE) {
                case FROM_HERE -> file.getFilePointer() + offset;
                case FROM_END -> length + offset;
                default -> offset;
            };
            if (to < 0) {
                return IO_ERROR;
            }
            file.seek(to);
            return to;
        } catch (Throwable e) {
            return IO_ERROR;
        }
    }

    @Override
    public void close() {
        avutil.av_free(context.buffer());
        avformat.avio_context_free(context);
        arena.close();
        try {
            file.close();
        } catch (IOException e) {
            // Nothing was written.
        }
    }
}
