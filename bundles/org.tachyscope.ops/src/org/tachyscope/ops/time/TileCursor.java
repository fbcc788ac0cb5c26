package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelMath;

/** Computes frames tile by tile, and keeps the pieces of the tiles that were read last. */
final class TileCursor implements Cursor {

    /** Bounds the memory of the pieces that are kept. */
    static final long KEPT_BYTES = 32L << 20;

    private final Shape shape;
    private final Stack input;
    private final AlongTime.Plan plan;
    private final Supplier<PixelMath> math;
    private final Frames frames;
    private final int mostPieces;
    private final Map<Part, Piece> pieces = new LinkedHashMap<>(16, 0.75f, true);
    private final Arena arena = Arena.ofConfined();
    private Part lastPart = NONE;
    private Piece lastPiece = nothing();

    /** Holds the frame that was handed out; empty until one is asked for, because the engine brings its own memory. */
    private MemorySegment own = MemorySegment.NULL;

    TileCursor(Shape shape, Stack input, AlongTime.Plan plan, Supplier<PixelMath> math) throws IOException {
        this.math = math;
        this.shape = shape;
        this.input = input;
        this.plan = plan;
        mostPieces = (int) Math.max(1, KEPT_BYTES / (plan.tileSamples() * Math.max(1, plan.sampleBytes())));
        frames = Frames.of(input, plan.kept());
    }

    private record Part(int first, int samples) {}

    private static final Part NONE = new Part(0, 0);

    private static Piece nothing() {
        return (index, out) -> {};
    }

    @Override
    public Frame frame(long index) throws IOException {
        Objects.checkIndex(index, shape.frames());
        if (own.byteSize() == 0) {
            own = arena.allocate((long) shape.samplesPerFrame() * plan.type().bytes(), 64);
        }
        read(index, own);
        return Frame.of(shape, plan.type(), own.asReadOnly());
    }

    @Override
    public void read(long index, MemorySegment out) throws IOException {
        read(index, 0, shape.samplesPerFrame(), out);
    }

    @Override
    public void read(long index, int first, int samples, MemorySegment out) throws IOException {
        Objects.checkIndex(index, shape.frames());
        Objects.checkFromIndexSize(first, samples, shape.samplesPerFrame());
        int bytes = plan.type().bytes();
        for (int at = 0; at < samples; at += plan.tileSamples()) {
            int count = Math.min(plan.tileSamples(), samples - at);
            compute(index, new Part(first + at, count), out.asSlice((long) at * bytes, (long) count * bytes));
        }
    }

    private void compute(long index, Part part, MemorySegment out) throws IOException {
        Piece piece = piece(part);
        try {
            piece.compute(index, out);
        } catch (IOException | RuntimeException | Error e) {
            pieces.remove(part);
            lastPart = NONE;
            throw e;
        }
    }

    private Piece piece(Part part) {
        if (part.equals(lastPart)) {
            return lastPiece;
        }
        lastPiece = kept(part);
        lastPart = part;
        return lastPiece;
    }

    private Piece kept(Part part) {
        Piece known = pieces.get(part);
        if (known != null) {
            return known;
        }
        if (pieces.size() >= mostPieces) {
            var oldest = pieces.entrySet().iterator();
            oldest.next();
            oldest.remove();
        }
        Piece piece = plan.pieces().start(new Tile(frames, math, input.type(), part.first, part.samples));
        pieces.put(part, piece);
        return piece;
    }

    @Override
    public void close() {
        frames.close();
        arena.close();
    }
}
