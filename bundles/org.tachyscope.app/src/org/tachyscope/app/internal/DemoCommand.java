package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows on made-up data what the program does. */
@Command(
        name = "demo",
        versionProvider = Common.class,
        description = {
            "Makes a sample data set and runs the main job on it.",
            "",
            "Writes 300 frames to OUT/data: a bright ring that moves over a drifting background, sensor noise and one"
                    + " flickering pixel, the same on every machine. Then reduces them to mean, min, max and standard"
                    + " deviation images and the curve of a rectangle that the ring crosses, and says where they are."
                    + " Running it again overwrites its own files and no others.",
            ""
        },
        footer = {"", "Examples:", "  tachyscope demo", "  tachyscope demo --headless --out /tmp/demo"})
final class DemoCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    Common common;

    @Option(names = "--headless", description = "Don't open the desktop afterwards.")
    boolean headless;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tachyscope-demo",
            description = "Folder for the data and the results. Default: tachyscope-demo.")
    Path out;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = session.terminal().resolve(out);
        Path data = folder.resolve("data");
        try (Ticker ticker = session.ticker()) {
            ticker.step("making frames");
            new DemoData(session.catalog()).write(data, ticker);
        }
        session.print("A bright ring moves over a drifting background: " + DemoData.FRAMES + " PNG files in " + data);
        Making making = new Making();
        making.source.path = data;
        Order order = new Order(
                session.catalog(), List.of(), List.of(), Step.parse(List.of("mean,min,max,std", DemoData.ROI)));
        int code = new Work(session, making.options, making.memory).make(making, order, folder, "data");
        if (code == Exit.OK) {
            session.print(after(data));
        }
        return code;
    }

    private String after(Path data) {
        String folder = out.toString();
        String desktop = "tachyscope desktop " + out.resolve("data");
        return String.join(
                "\n",
                "",
                "Look at the .png files, compute with the .npy files (numpy.load), and see data_roi-mean.png for the"
                        + " ring",
                "crossing the rectangle in the middle. The one bright pixel of data_std.png flickers.",
                "Run it again:  tachyscope run " + Path.of(folder, "data_recipe.json"),
                headless
                        ? "The desktop is skipped (--headless); to see the frames:  " + desktop
                        : "See the frames:  " + desktop);
    }
}
