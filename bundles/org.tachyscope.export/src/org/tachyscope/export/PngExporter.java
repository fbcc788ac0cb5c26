package org.tachyscope.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Param;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;

/**
 * Writes a frame of 1, 3 or 4 channels as a PNG picture, for looking; see {@link Levels} for what becomes of the samples.
 *
 * <p>U8 and U16 of four channels that are kept are RGB and opacity; stretched, the first three channels are shown and the
 * fourth is left out. NaN is magenta, and makes a gray picture an RGB one. A frame whose samples are all equal is black.
 * What was done is in the file, in text chunks: {@code tachyscope:levels}, {@code tachyscope:nan}, one
 * {@code tachyscope:loss} for each loss, name, calibration and properties.
 */
@Component
@Contribution(id = "png", label = "PNG picture", group = "Pictures")
public final class PngExporter implements Exporter<PngExporter.Params> {

    /**
     * Says how samples become colours.
     *
     * @param levels what becomes black and white
     * @param map colours of gray frames; frames of several channels have their own
     */
    public record Params(
            @Param(label = "Levels", help = "AUTO is for looking; FULL shows everything; KEEP changes no value.")
            Levels levels,

            @Param(label = "Colours", help = "Colours of gray frames.")
            ColorMap map) {}

    @Override
    public Params defaults() {
        return new Params(Levels.AUTO, ColorMap.GRAY);
    }

    @Override
    public List<String> extensions() {
        return List.of("png");
    }

    @Override
    public boolean accepts(Content content) {
        return content instanceof Frame frame
                && (frame.channels() == 1 || frame.channels() == 3 || frame.channels() == 4);
    }

    @Override
    public void write(Job<Params> job, Progress progress) throws IOException {
        if (!(job.content() instanceof Frame frame) || !accepts(frame)) {
            throw Refused.content("png", "frames of 1, 3 or 4 channels", job.content());
        }
        progress.checkCancelled();
        Params params = job.params();
        if (params.map() != ColorMap.GRAY && (frame.channels() > 1 || params.levels() == Levels.KEEP)) {
            throw new IllegalArgumentException(
                    "map " + params.map() + " colours gray frames with stretched levels, got " + frame.channels()
                            + " channels and levels " + params.levels());
        }
        List<PngFile.Text> texts = new ArrayList<>();
        BufferedImage image = image(frame, params, texts, progress);
        PngFile.write(image, PngFile.texts(job.metadata(), texts), job.file(), progress);
    }

    private static BufferedImage image(Frame frame, Params params, List<PngFile.Text> texts, Progress progress) {
        boolean asItIs = params.levels() == Levels.KEEP
                || params.levels() == Levels.AUTO && frame.type() == PixelType.U8 && params.map() == ColorMap.GRAY;
        if (asItIs) {
            texts.add(new PngFile.Text("tachyscope:levels", "values as they are"));
            return Picture.kept(frame);
        }
        Stretch stretch = Stretch.of(frame, params.levels(), progress);
        texts.add(new PngFile.Text("tachyscope:levels", stretch.text()));
        if (frame.channels() == 4) {
            texts.add(new PngFile.Text("tachyscope:channels", "the first 3 of 4 are shown"));
        }
        long nans = Picture.nans(frame, progress);
        if (nans > 0) {
            texts.add(new PngFile.Text("tachyscope:nan", nans + " pixels are not a number and shown in magenta"));
        }
        if (params.map() != ColorMap.GRAY) {
            texts.add(new PngFile.Text("tachyscope:colours", params.map().name()));
        }
        return nans == 0 && params.map() == ColorMap.GRAY
                ? Picture.gray(frame, stretch, progress)
                : Picture.colored(frame, stretch, params.map(), progress);
    }
}
