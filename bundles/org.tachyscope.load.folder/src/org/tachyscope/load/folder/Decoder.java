package org.tachyscope.load.folder;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tachyscope.load.folder.FolderParams.Channels;
import org.tachyscope.opencv.Matrices;

/**
 * Decodes one file after the other. Belongs to one thread.
 *
 * <p>Found out before decoding: a file that is cut off, and any damage to a PNG, whose parts carry checksums. A changed byte
 * within the data of the other formats gives wrong pixels that nobody can tell from right ones.
 */
final class Decoder implements AutoCloseable {

    private final Channels channels;
    private final FileBytes bytes = new FileBytes();
    private final Mat scratch = new Mat();
    private boolean straight = true;

    Decoder(Channels channels) {
        this.channels = channels;
    }

    /** Decodes a file only to see what it holds. */
    Decoded look(Path file) throws BrokenImage {
        ByteBuffer data = bytes.read(file);
        Container container = Container.of(data);
        decode(data, scratch);
        return decoded(scratch, container);
    }

    /**
     * Decodes a file into one frame of a stack.
     *
     * @param frame memory of exactly one frame, left in an undefined state if this throws
     * @throws BrokenImage if the file can't be decoded or doesn't fit the stack
     */
    Decoded decode(Path file, Layout stack, MemorySegment frame) throws BrokenImage {
        ByteBuffer data = bytes.read(file);
        Container container = Container.of(data);
        try (Mat target = Conversion.matrix(stack, frame)) {
            Mat picture = straight ? target : scratch;
            decode(data, picture);
            Decoded decoded = decoded(picture, container);
            if (!decoded.layout().equals(stack)) {
                throw new BrokenImage(decoded.layout() + ", the stack is " + stack);
            }
            place(picture, stack, frame);
            return decoded;
        }
    }

    /** OpenCV decodes in place if extent and type fit, and allocates otherwise. */
    private void place(Mat picture, Layout stack, MemorySegment frame) {
        if (picture.data().address() == frame.address()) {
            Conversion.toRgb(picture);
            return;
        }
        Conversion.write(picture, stack, frame);
        straight = Conversion.change(picture, channels).isEmpty();
    }

    private Decoded decoded(Mat picture, Container container) throws BrokenImage {
        if ((long) picture.rows() * picture.cols() * picture.channels() > Integer.MAX_VALUE) {
            throw new BrokenImage(picture.cols() + " × " + picture.rows() + " px, a frame holds at most "
                    + Integer.MAX_VALUE + " samples");
        }
        String change = Stream.of(container.stretched(), Conversion.change(picture, channels))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", and "));
        return new Decoded(Conversion.layout(picture, channels), container.pictures(), change);
    }

    private void decode(ByteBuffer data, Mat picture) throws BrokenImage {
        Pointer start = Matrices.pointer(bytes.memory());
        try (Mat encoded = new Mat(1, data.limit(), CV_8UC1, start);
                Mat result = imdecode(encoded, IMREAD_UNCHANGED, picture)) {
            if (result.empty() || picture.empty()) {
                throw new BrokenImage(Container.whyUndecodable(data));
            }
        } catch (RuntimeException e) {
            throw new BrokenImage("OpenCV refuses it: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    @Override
    public void close() {
        scratch.close();
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
