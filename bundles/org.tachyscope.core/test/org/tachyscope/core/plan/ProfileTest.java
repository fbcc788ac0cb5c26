package org.tachyscope.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.core.Fakes;

class ProfileTest {

    @Test
    void comesBackFromItsFile(@TempDir Path folder) throws IOException {
        Profile profile = new Profile(
                "2026-11-20",
                "Ünit",
                2,
                Map.of(Profile.READ, 2.5e10),
                Map.of("mean", Map.of(PixelType.U8, 1.5e10)),
                Map.of(),
                Map.of("png", 1e8));
        Path file = folder.resolve("a b/profile.json");
        profile.write(file);
        assertEquals(Optional.of(profile), Profile.read(file));
        assertEquals(OptionalDouble.of(1.5e10), profile.reduction("mean", PixelType.U8));
        assertEquals(OptionalDouble.empty(), profile.reduction("mean", PixelType.F32));
        assertEquals(OptionalDouble.empty(), profile.operation("mean", PixelType.U8));
    }

    @Test
    void isMissingWhereNothingWasMeasured(@TempDir Path folder) throws IOException {
        assertEquals(Optional.empty(), Profile.read(folder.resolve("profile.json")));
    }

    @Test
    void ofAnotherFileIsRefusedByName(@TempDir Path folder) throws IOException {
        for (String text : new String[] {"", "{", "[]", "{\"date\": 3}", "hello"}) {
            Path file = Files.writeString(folder.resolve("profile.json"), text);
            IOException e = assertThrows(IOException.class, () -> Profile.read(file), text);
            assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": is no profile"), e.getMessage());
        }
    }

    @Test
    void holdsTheRatesThatWereWanted() throws IOException {
        Profile profile =
                new MachineBench(Fakes.catalog(), 2, Set.of("minus")::contains, 0.001).profile(Progress.none());
        assertEquals(Set.of("minus"), profile.operations().keySet());
        assertEquals(
                Set.of(PixelType.values()), profile.operations().get("minus").keySet());
        assertEquals(Map.of(), profile.reductions());
        assertEquals(
                Set.of(Profile.READ, Profile.WRITE, Profile.COPY),
                profile.memory().keySet());
        assertTrue(profile.memory().values().stream().allMatch(rate -> rate > 1e6), "slower than any machine");
    }

    @Test
    void isNotMeasuredAfterACancel() {
        Progress cancelled = new Progress() {
            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        MachineBench bench = new MachineBench(Fakes.catalog(), 1, _ -> true, 100);
        assertThrows(CancellationException.class, () -> bench.profile(cancelled));
    }
}
