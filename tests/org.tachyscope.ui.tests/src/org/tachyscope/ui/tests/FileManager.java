package org.tachyscope.ui.tests;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Another program, in a process of its own, that a file is dragged from. */
final class FileManager implements AutoCloseable {

    private final Process process;
    private final Point place;

    private FileManager(Process process, Point place) {
        this.process = process;
        this.place = place;
    }

    /** Opens a window that shows one file. */
    static FileManager showing(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        FileManager.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader reader = process.inputReader()) {
            String[] said = String.valueOf(reader.readLine()).split(" ");
            return new FileManager(process, new Point(Integer.parseInt(said[0]), Integer.parseInt(said[1])));
        }
    }

    /** Returns where the file is, on the screen. */
    Point place() {
        return place;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String classPath() throws IOException {
        Stream<String> swt = Stream.of(Platform.getFragments(Platform.getBundle("org.eclipse.swt")))
                .map(bundle ->
                        FileLocator.getBundleFileLocation(bundle).orElseThrow().getPath());
        return Stream.concat(Stream.of(ownClasses()), swt).collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the jar or the folder that this class is in: a build runs the tests from a folder. */
    private static String ownClasses() throws IOException {
        String inside = FileManager.class.getName().replace('.', '/') + ".class";
        String url =
                FileLocator.resolve(FileManager.class.getResource("/" + inside)).toString();
        String place = url.substring(0, url.length() - inside.length())
                .replace("jar:", "")
                .replace("!/", "");
        return Path.of(URI.create(place)).toString();
    }

    /** Shows the file that the first argument names, and prints where. */
    public static void main(String[] arguments) {
        Display display = new Display();
        Shell shell = new Shell(display, SWT.SHELL_TRIM | SWT.ON_TOP);
        shell.setLayout(new FillLayout());
        Label label = new Label(shell, SWT.NONE);
        label.setText("file");
        offer(label, arguments[0]);
        shell.setBounds(20, 20, 160, 120);
        shell.open();
        display.timerExec(500, () -> {
            Point place = label.toDisplay(30, 30);
            System.out.println(place.x + " " + place.y);
        });
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    private static void offer(Label label, String file) {
        DragSource source = new DragSource(label, DND.DROP_COPY | DND.DROP_MOVE);
        source.setTransfer(FileTransfer.getInstance());
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = new String[] {file};
            }
        });
    }
}
