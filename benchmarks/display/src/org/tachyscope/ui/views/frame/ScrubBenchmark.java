package org.tachyscope.ui.views.frame;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.views.frame.Outcome.Failure;
import org.tachyscope.ui.views.frame.Outcome.Picture;

/**
 * Measures scrubbing in a real window: presses the right arrow, waits until that frame was painted, and presses it again, on
 * 300 mapped frames of 1024 × 1024 bytes. Needs a display. GTK paints at most 60 times a second, so look at the milliseconds
 * from the key to the paint as well.
 */
final class ScrubBenchmark implements FrameCanvas.Listener {

    private static final int FRAMES = 300;
    private static final int SIZE = 1024;
    private static final int ROUNDS = 3;

    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private final FrameCanvas canvas;
    private long busy;

    private ScrubBenchmark(int width, int height) {
        shell.setLayout(new FillLayout());
        shell.setText("scrub");
        canvas = new FrameCanvas(shell, this);
        int scale = shell.getMonitor().getZoom();
        shell.open();
        canvas.control().getShell().setSize(width * 100 / scale, height * 100 / scale);
        shell.setSize(shell.computeTrim(0, 0, width * 100 / scale, height * 100 / scale).width, height * 100 / scale);
    }

    public static void main(String[] args) throws IOException {
        int width = args.length > 1 ? Integer.parseInt(args[0]) : SIZE;
        int height = args.length > 1 ? Integer.parseInt(args[1]) : SIZE;
        new ScrubBenchmark(width, height).run();
    }

    private void run() throws IOException {
        Path file = Files.createTempFile("scrub", ".raw");
        try (Arena arena = Arena.ofShared()) {
            MemoryStack stack = MemoryStack.of(
                    map(file, arena), new Shape(FRAMES, SIZE, SIZE, 1), PixelType.U8, Metadata.named("scrub"));
            StackItem item = new StackItem("scrub", stack, Residence.computed(), List.of());
            canvas.show(Optional.of(item));
            canvas.control().setFocus();
            awaitPainted(0);
            for (int round = 0; round < ROUNDS; round++) {
                scrub(item);
            }
            canvas.show(Optional.empty());
            item.close();
            display.dispose();
        } finally {
            Files.delete(file);
        }
    }

    private void scrub(StackItem item) {
        item.showFrame(0);
        awaitPainted(0);
        double[] ms = new double[FRAMES - 1];
        busy = 0;
        long start = System.nanoTime();
        for (int i = 1; i < FRAMES; i++) {
            long pressed = System.nanoTime();
            press();
            awaitPainted(i);
            ms[i - 1] = (System.nanoTime() - pressed) / 1e6;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(ms);
        System.out.printf(
                "%d × %d view: %.1f steps/s; key to paint median %.1f ms, 99 %% %.1f ms; UI thread busy %.2f ms a"
                        + " step%n",
                canvas.view().width(),
                canvas.view().height(),
                ms.length / seconds,
                ms[ms.length / 2],
                ms[ms.length * 99 / 100],
                busy / 1e6 / ms.length);
    }

    private void press() {
        Event event = new Event();
        event.keyCode = SWT.ARROW_RIGHT;
        event.type = SWT.KeyDown;
        display.post(event);
        event.type = SWT.KeyUp;
        display.post(event);
    }

    private void awaitPainted(long frame) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!Long.valueOf(frame).equals(canvas.control().getData(FrameCanvas.PAINTED))) {
            long start = System.nanoTime();
            if (display.readAndDispatch()) {
                busy += System.nanoTime() - start;
            } else {
                Thread.onSpinWait();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("frame " + frame + " was not painted within 10 s");
            }
        }
    }

    private static MemorySegment map(Path file, Arena arena) throws IOException {
        byte[] noise = new byte[SIZE * SIZE];
        new Random(1).nextBytes(noise);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (int i = 0; i < FRAMES; i++) {
                noise[0] = (byte) i;
                channel.write(ByteBuffer.wrap(noise));
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, (long) FRAMES * SIZE * SIZE, arena);
        }
    }

    @Override
    public void pointed(String text) {}

    @Override
    public void pictured(Picture picture) {}

    @Override
    public void failed(Failure failure) {
        throw new IllegalStateException(failure.sentence(), failure.cause());
    }

    @Override
    public void moved(Viewport view) {}
}
