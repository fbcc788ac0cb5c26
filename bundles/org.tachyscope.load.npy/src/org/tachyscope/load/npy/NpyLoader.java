package org.tachyscope.load.npy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;

/**
 * Opens one array in numpy's {@code .npy} format, versions 1.0, 2.0 and 3.0, of two to four axes, see {@link Axes}.
 *
 * <table>
 * <caption>What becomes of the samples</caption>
 * <tr><th>dtype</th><th>stack</th><th>rule</th></tr>
 * <tr><td>u1, b1, u2, f4 in the machine's byte order</td><td>U8, U8, U16, F32</td><td>mapped, nothing is copied</td></tr>
 * <tr><td>u2, f4 in the other byte order</td><td>U16, F32</td><td>bytes swapped when read</td></tr>
 * <tr><td>i1, i2, f2</td><td>F32</td><td>converted when read, exactly</td></tr>
 * <tr><td>i4, i8, u4, u8</td><td>F32</td><td>rounded to nearest when read, exact up to 2^24; a loss</td></tr>
 * <tr><td>f8</td><td>F32</td><td>rounded to nearest when read, infinite beyond ±3.4e38; a loss</td></tr>
 * <tr><td>c8, c16</td><td>F32</td><td>magnitude, or the part that the user chooses; a loss</td></tr>
 * </table>
 *
 * If the user chooses so, values of any type are mapped to 0 … 1 or scaled, in float64, and become F32. Arrays whose fastest axis
 * is time, such as those in Fortran order, are gathered when read, some frames at a time, and those of any other order frame by
 * frame. Files over 2^31 bytes are nothing special. Any
 * other dtype, an array without pixels, and a file that is shorter than its header claims are refused. A file that is
 * truncated by another program while it is mapped makes reading it fail with an {@link InternalError}.
 */
@Component
@Contribution(id = "npy", label = "NumPy array", group = "Arrays")
public final class NpyLoader implements Loader<NpyParams> {

    @Override
    public NpyParams defaults() {
        return NpyParams.of(Axes.AUTO);
    }

    @Override
    public int score(Probe probe) {
        if (probe.startsWith(0x93, 'N', 'U', 'M', 'P', 'Y')) {
            return CERTAIN;
        }
        return !probe.folder() && probe.extension().equals("npy") ? MAYBE : NO;
    }

    @Override
    public Plan plan(Path source, NpyParams params, Progress progress) throws IOException {
        progress.checkCancelled();
        Place place = new Place.Whole(source);
        Header header;
        try (FileChannel channel = channel(source)) {
            header = place.header(channel);
        }
        return NpyPlan.of(place, header, params, Optional.empty());
    }

    /** Opens a regular file, or says in one sentence why not. */
    static FileChannel channel(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file");
        }
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " can't be read: permission denied", e);
        }
    }
}
