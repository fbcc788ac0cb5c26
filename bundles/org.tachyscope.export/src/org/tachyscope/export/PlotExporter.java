package org.tachyscope.export;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Param;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Metadata;

/**
 * Draws a curve as a PNG chart, without a display: one line for each quantity, axes with labels and units.
 *
 * <p>More points than the picture has columns are thinned to those that can be seen: the first, smallest, largest and last
 * of each column. Values that are not finite, or beyond ±1e300, are gaps. Such gaps and every loss are in a line of small
 * print below the chart, and in full in the file's text chunks, as with {@link PngExporter}.
 *
 * <p>Needs fonts: on a Debian server without a desktop these are the packages fontconfig and fonts-dejavu-core.
 */
@Component
@Contribution(id = "plot", label = "PNG chart", group = "Pictures")
public final class PlotExporter implements Exporter<PlotExporter.Params> {

    /**
     * Says how to draw.
     *
     * @param title above the chart; empty for the name of what is drawn
     * @param width in pixels; above 1200 × 600 text and lines grow with the picture
     * @param height in pixels
     */
    public record Params(
            @Param(label = "Title", help = "Empty for the name of the data.")
            String title,

            @Param(label = "Width", min = 300, max = 10_000, unit = "px")
            int width,

            @Param(label = "Height", min = 200, max = 10_000, unit = "px")
            int height) {}

    @Override
    public Params defaults() {
        return new Params("", 1200, 600);
    }

    @Override
    public List<String> extensions() {
        return List.of("png");
    }

    @Override
    public boolean accepts(Content content) {
        return content instanceof Curve curve
                && curve.x().size() > 0
                && !curve.y().isEmpty();
    }

    @Override
    public void write(Job<Params> job, Progress progress) throws IOException {
        if (!(job.content() instanceof Curve curve) || !accepts(curve)) {
            throw Refused.content("plot", "curves with points", job.content());
        }
        progress.checkCancelled();
        needFonts();
        Params params = job.params();
        String title = params.title().isEmpty() ? job.metadata().name() : params.title();
        Chart chart = new Chart(curve, title, params.width(), params.height());
        String print = print(chart.undrawn(), job.metadata());
        PngFile.write(chart.draw(print), PngFile.texts(job.metadata(), List.of()), job.file(), progress);
    }

    private static String print(long undrawn, Metadata metadata) {
        String gaps = undrawn == 0 ? "" : undrawn + " values are not finite and not drawn.  ";
        return gaps
                + metadata.losses().stream()
                        .map(loss -> loss.kind() + " " + loss.count() + ": " + loss.detail())
                        .collect(Collectors.joining(";  "));
    }

    /**
     * Measures a letter, to find out whether Java has fonts at all.
     *
     * @throws IOException saying what to install. Java itself fails in many ways, from NullPointerException to
     *     NoClassDefFoundError, so this is the one place in this bundle that catches everything
     */
    private static void needFonts() throws IOException {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("x", new FontRenderContext(null, true, true));
        } catch (AWTError e) {
            throw new IOException(
                    "Java can't reach the display, which it looks for to draw a chart; start it with"
                            + " -Djava.awt.headless=true (" + e.getMessage() + ")",
                    e);
        } catch (RuntimeException | Error e) {
            throw new IOException(
                    "Java finds no fonts to draw a chart with; install them, on Debian with:"
                            + " apt install fontconfig fonts-dejavu-core libfreetype6",
                    e);
        }
    }
}
