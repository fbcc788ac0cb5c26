package org.tachyscope.load.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LocationTest {

    private static final Path HOME = Path.of("/home/me");

    private static Location linux(Map<String, String> environment) {
        return new Location(environment, HOME, "Linux");
    }

    @Test
    void isTheSystemsOwn() {
        assertEquals(HOME.resolve(".cache/tachyscope"), linux(Map.of()).folder());
        assertEquals(
                Path.of("/x/tachyscope"), linux(Map.of("XDG_CACHE_HOME", "/x")).folder());
        assertEquals(HOME.resolve("Library/Caches/Tachyscope"), new Location(Map.of(), HOME, "Mac OS X").folder());
        assertEquals(
                Path.of("/local/Tachyscope/Cache"),
                new Location(Map.of("LOCALAPPDATA", "/local"), HOME, "Windows 11").folder());
    }

    @Test
    void isWhatTheUserSays() {
        assertEquals(
                Path.of("/big"),
                linux(Map.of("TACHYSCOPE_CACHE", "/big", "XDG_CACHE_HOME", "/x"))
                        .folder());
    }

    private static OptionalLong quota(String text) {
        return linux(Map.of("TACHYSCOPE_CACHE_QUOTA", text)).quota();
    }

    @Test
    void quotaIsASize() {
        assertEquals(OptionalLong.of(200_000_000_000L), quota("200 GB"));
        assertEquals(OptionalLong.of(1_500_000), quota("1.5M"));
        assertEquals(OptionalLong.of(77), quota("77"));
        assertEquals(OptionalLong.empty(), quota(" "));
        assertEquals(OptionalLong.empty(), linux(Map.of()).quota());
    }

    @Test
    void anythingElseIsRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> quota("half"));
        assertEquals("TACHYSCOPE_CACHE_QUOTA must be a size such as 200 GB or 500 MB, got \"half\"", e.getMessage());
    }
}
