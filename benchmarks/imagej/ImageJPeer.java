import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.ZProjector;
import ij.process.ImageProcessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves ImageJ's ZProjector: the same stack, but in the heap as ImageJ has it, read before the clock runs. */
public final class ImageJPeer {

    private static final Map<String, String> METHODS =
            Map.of("mean", "average", "min", "min", "max", "max", "std", "sd", "median", "median");
    private static final Pattern HEADER =
            Pattern.compile("'descr': '(\\|u1|<f4)'.*'shape': \\((\\d+), (\\d+), (\\d+)\\)");

    private ImageJPeer() {}

    /** Takes the folder with the stacks. */
    public static void main(String[] arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in));
        String open = "";
        ImagePlus image = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] job = line.split(" ");
            String method = METHODS.get(job[0]);
            if (method == null || !job[1].matches("u8|f32")) {
                System.out.println("- -");
                continue;
            }
            if (!open.equals(job[1])) {
                image = null; // before the next one is read: both are too large for the heap
                open = job[1];
                image = new ImagePlus(open, read(Path.of(arguments[0], open + ".npy")));
            }
            long start = System.nanoTime();
            ImageProcessor result = ZProjector.run(image, method).getProcessor();
            long took = System.nanoTime() - start;
            double sum = 0;
            for (int i = 0; i < result.getPixelCount(); i++) {
                sum += result.getf(i);
            }
            System.out.printf(Locale.ROOT, "%.3f %.9e%n", took * 1e-6, sum);
        }
    }

    private static ImageStack read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = bytes(channel, 0, 128);
            int header = 10 + start.getShort(8);
            Matcher shape = HEADER.matcher(new String(start.array(), 0, header));
            if (!shape.find()) {
                throw new IOException(file + " is no stack of U8 or F32");
            }
            int frames = Integer.parseInt(shape.group(2));
            int height = Integer.parseInt(shape.group(3));
            int width = Integer.parseInt(shape.group(4));
            boolean floats = shape.group(1).equals("<f4");
            int size = height * width * (floats ? 4 : 1);
            ImageStack stack = new ImageStack(width, height);
            for (int t = 0; t < frames; t++) {
                ByteBuffer frame = bytes(channel, header + (long) t * size, size);
                if (floats) {
                    float[] samples = new float[height * width];
                    frame.asFloatBuffer().get(samples);
                    stack.addSlice("", samples);
                } else {
                    stack.addSlice("", frame.array());
                }
            }
            return stack;
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("the file ends too early");
            }
        }
        return bytes.flip();
    }
}
