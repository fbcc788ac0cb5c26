package org.tachyscope.load.folder;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tachyscope.load.folder.FolderParams.Channels;
import org.tachyscope.load.folder.FolderParams.Scale;
import org.tachyscope.opencv.Matrices;

/**
 * Decodes one picture after the other. Belongs to one thread.
 *
 * <p>Found out before decoding: a file that is cut off, and any damage to a PNG, whose parts carry checksums. A changed byte
 * within the data of the other formats gives wrong pixels that nobody can tell from right ones.
 */
final class Decoder implements AutoCloseable {

    private final FolderParams params;
    private final FileBytes bytes = new FileBytes();
    private final Stored stored = new Stored();
    private final TextMatrix text = new TextMatrix();
    private final Mat scratch = new Mat();
    private final MemorySegment[] rooms = {MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL};
    private boolean straight = true;
    private long diskNanos;

    Decoder(FolderParams params) {
        this.params = params;
    }

    /** Decodes a picture only to see what it holds. */
    Decoded look(Path file, Picture picture) throws BrokenImage {
        Known known = known(file, picture);
        if (known.picture().source() instanceof Picture.Stored(Raw raw)) {
            return stored(known, raw);
        }
        if (known.picture().source() instanceof Picture.Matrix(Syntax syntax)) {
            return new Decoded(text.read(read(file), syntax), 1, TextMatrix.CHANGE);
        }
        Container container = load(file, known);
        decode(known.picture(), scratch);
        return decoded(scratch, container);
    }

    /**
     * Decodes a picture into one frame of a stack.
     *
     * @param turn how to turn it, an orientation of Exif
     * @param frame memory of exactly one frame, left in an undefined state if this throws
     * @throws BrokenImage if the picture can't be decoded or doesn't fit the stack
     */
    Decoded decode(Path file, Picture picture, int turn, Layout stack, MemorySegment frame) throws BrokenImage {
        Known known = known(file, picture);
        if (known.picture().source() instanceof Picture.Matrix) {
            Decoded matrix = look(file, known.picture());
            refuseUnfit(Fit.turned(matrix.layout(), turn), stack);
            return fitted(text.samples(), matrix, turn, stack, frame);
        }
        return known.picture().source() instanceof Picture.Stored(Raw raw)
                ? copy(file, stored(known, raw), raw, turn, stack, frame)
                : decode(known.picture(), load(file, known), turn, stack, frame);
    }

    private Decoded decode(Picture known, Container container, int turn, Layout stack, MemorySegment frame)
            throws BrokenImage {
        try (Mat target = Conversion.matrix(stack, frame)) {
            Mat picture = straight ? target : scratch;
            decode(known, picture);
            Decoded decoded = decoded(picture, container);
            if (turn == 1 && decoded.layout().equals(stack)) {
                place(picture, stack, frame);
                return decoded;
            }
            refuseUnfit(Fit.turned(decoded.layout(), turn), stack);
            MemorySegment own = room(0, decoded.layout().bytes());
            Conversion.write(picture, decoded.layout(), own);
            return fitted(own, decoded, turn, stack, frame);
        }
    }

    private Decoded copy(Path file, Decoded picture, Raw raw, int turn, Layout stack, MemorySegment frame)
            throws BrokenImage {
        Layout asStored = raw.layout();
        refuseUnfit(Fit.turned(picture.layout(), turn), stack);
        long start = System.nanoTime();
        try (Peek peek = Peek.at(file)) {
            if (turn == 1 && asStored.equals(stack)) {
                stored.read(peek, raw, frame);
                return picture;
            }
            MemorySegment own = room(0, asStored.bytes());
            stored.read(peek, raw, own);
            return fitted(gray(own, asStored, picture.layout()), picture, turn, stack, frame);
        } finally {
            diskNanos += System.nanoTime() - start;
        }
    }

    private MemorySegment gray(MemorySegment rgb, Layout asStored, Layout wanted) {
        if (asStored.channels() == wanted.channels()) {
            return rgb;
        }
        MemorySegment gray = room(2, wanted.bytes());
        Luma.ofRgb(rgb, asStored.channels(), wanted.type(), gray);
        return gray;
    }

    /** Turns, cuts and pads. */
    private Decoded fitted(MemorySegment own, Decoded decoded, int turn, Layout stack, MemorySegment frame) {
        Layout turned = Fit.turned(decoded.layout(), turn);
        MemorySegment upright = own;
        if (turn != 1) {
            upright = room(1, decoded.layout().bytes());
            Fit.turn(own, decoded.layout(), turn, upright);
        }
        if (turned.height() < stack.height() || turned.width() < stack.width()) {
            Frames.fill(frame, stack.type(), params.fill());
        }
        Fit.place(upright, turned, stack, frame);
        return new Decoded(turned, decoded.pictures(), decoded.change());
    }

    private void refuseUnfit(Layout picture, Layout stack) throws BrokenImage {
        boolean fits = switch (params.sizes()) {
            case REFUSE -> picture.height() == stack.height() && picture.width() == stack.width();
            case CROP -> picture.height() >= stack.height() && picture.width() >= stack.width();
            case PAD -> picture.height() <= stack.height() && picture.width() <= stack.width();
        };
        if (!fits || picture.type() != stack.type() || picture.channels() != stack.channels()) {
            throw new BrokenImage(Problem.of(picture, stack), picture + ", the stack is " + stack);
        }
    }

    /** OpenCV decodes in place if extent and type fit, and allocates otherwise. */
    private void place(Mat picture, Layout stack, MemorySegment frame) {
        if (picture.data().address() == frame.address()) {
            Conversion.toRgb(picture);
            return;
        }
        Conversion.write(picture, stack, frame);
        straight = Conversion.change(picture, params.channels()).isEmpty();
    }

    /** Looks at the headers of a file that wasn't looked at, if a decoder alone would miss something. */
    private Known known(Path file, Picture picture) throws BrokenImage {
        if (!(picture.source() instanceof Picture.Unknown)) {
            return new Known(picture, 1);
        }
        Head head = Head.read(file, params.raw());
        return new Known(head.pictures().getFirst(), head.pictures().size());
    }

    private record Known(Picture picture, long pictures) {}

    /** Returns how long files were read so far, not counting what is done with their bytes. */
    long diskNanos() {
        return diskNanos;
    }

    private ByteBuffer read(Path file) throws BrokenImage {
        long start = System.nanoTime();
        try {
            return bytes.read(file);
        } finally {
            diskNanos += System.nanoTime() - start;
        }
    }

    /** Brings what OpenCV decodes into memory. */
    private Container load(Path file, Known known) throws BrokenImage {
        return switch (known.picture().source()) {
            case Picture.Whole _, Picture.Unknown _ -> Container.of(read(file));
            case Picture.Page page -> {
                long start = System.nanoTime();
                try (Peek peek = Peek.at(file)) {
                    Repack.page(peek, page, bytes);
                } finally {
                    diskNanos += System.nanoTime() - start;
                }
                yield new Container(known.pictures(), page.stretched());
            }
            case Picture.Damaged(String reason) -> throw new BrokenImage(reason);
            case Picture.Stored _, Picture.Matrix _ -> throw new IllegalArgumentException("samples need no decoder");
        };
    }

    private Decoded stored(Known known, Raw raw) throws BrokenImage {
        Layout layout = raw.layout();
        boolean gray = params.channels() == Channels.GRAY && (layout.channels() == 3 || layout.channels() == 4);
        Layout wanted = gray ? new Layout(layout.height(), layout.width(), 1, layout.type()) : layout;
        return new Decoded(
                wanted, known.pictures(), joined(raw.kind().samples().change(), gray ? Conversion.GRAY : ""));
    }

    private Decoded decoded(Mat picture, Container container) throws BrokenImage {
        if ((long) picture.rows() * picture.cols() * picture.channels() > Integer.MAX_VALUE) {
            throw new BrokenImage(picture.cols() + " × " + picture.rows() + " px, a frame holds at most "
                    + Integer.MAX_VALUE + " samples");
        }
        return new Decoded(
                Conversion.layout(picture, params.channels()),
                container.pictures(),
                joined(container.stretched(), Conversion.change(picture, params.channels())));
    }

    private static String joined(String... changes) {
        return Stream.of(changes).filter(part -> !part.isEmpty()).collect(Collectors.joining(", and "));
    }

    private void decode(Picture known, Mat picture) throws BrokenImage {
        ByteBuffer data = bytes.content();
        Pointer start = Matrices.pointer(bytes.memory());
        try (Mat encoded = new Mat(1, data.limit(), CV_8UC1, start);
                Mat result = imdecode(encoded, flags(known), picture)) {
            if (result.empty() || picture.empty()) {
                throw new BrokenImage(Container.whyUndecodable(data));
            }
        } catch (RuntimeException e) {
            throw new BrokenImage("OpenCV refuses it: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Tells OpenCV to decode as stored, or at a smaller size with the channels that there are. */
    private int flags(Picture picture) {
        boolean jpeg = picture.source() instanceof Picture.Whole(Format format) && format == Format.JPEG;
        boolean gray = picture.channels() == 1;
        return IMREAD_IGNORE_ORIENTATION
                | switch (jpeg ? params.scale() : Scale.FULL) {
                    case FULL -> IMREAD_UNCHANGED;
                    case HALF -> gray ? IMREAD_REDUCED_GRAYSCALE_2 : IMREAD_REDUCED_COLOR_2;
                    case QUARTER -> gray ? IMREAD_REDUCED_GRAYSCALE_4 : IMREAD_REDUCED_COLOR_4;
                    case EIGHTH -> gray ? IMREAD_REDUCED_GRAYSCALE_8 : IMREAD_REDUCED_COLOR_8;
                };
    }

    /** Returns memory that is used again for every picture. */
    private MemorySegment room(int index, long size) {
        if (rooms[index].byteSize() < size) {
            rooms[index] = Arena.ofAuto().allocate(size, 64);
        }
        return rooms[index].asSlice(0, size);
    }

    @Override
    public void close() {
        scratch.close();
        stored.close();
        bytes.close();
    }

    /**
     * Says what a file holds.
     *
     * @param layout how its first picture lies in a stack
     * @param pictures how many pictures it holds, of which the first is read
     * @param change what was converted, or empty
     */
    record Decoded(Layout layout, long pictures, String change) {}
}
