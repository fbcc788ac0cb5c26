package org.tachyscope.load.cache;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows where the operating system wants a program to keep what can be made again, and what the user says instead.
 *
 * @param environment the variables of the process
 * @param home the user's home
 * @param system the name of the operating system
 */
record Location(Map<String, String> environment, Path home, String system) {

    /** Names a folder instead of the system's. */
    static final String FOLDER = "TACHYSCOPE_CACHE";

    /** Says how much may be kept, such as {@code 200 GB}. */
    static final String QUOTA = "TACHYSCOPE_CACHE_QUOTA";

    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d+)?) *([kMGT]?)B?");

    /** Knows this process. */
    static Location ofThisProcess() {
        return new Location(
                System.getenv(), Path.of(System.getProperty("user.home", ".")), System.getProperty("os.name", ""));
    }

    /** Returns the folder, which need not be there. */
    Path folder() {
        Optional<Path> said = variable(FOLDER);
        if (said.isPresent()) {
            return said.get().toAbsolutePath();
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Caches/Tachyscope");
        }
        return os.contains("win")
                ? variable("LOCALAPPDATA").orElse(home).resolve("Tachyscope").resolve("Cache")
                : variable("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("tachyscope");
    }

    /**
     * Returns how many bytes may be kept, if the user said so.
     *
     * @throws IllegalArgumentException if it isn't a size
     */
    OptionalLong quota() {
        Optional<String> said = Optional.ofNullable(environment.get(QUOTA)).filter(text -> !text.isBlank());
        return said.isPresent() ? OptionalLong.of(bytes(said.get())) : OptionalLong.empty();
    }

    private static long bytes(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    QUOTA + " must be a size such as 200 GB or 500 MB, got \"" + text + "\"");
        }
        int thousands = " kMGT".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
        return new BigDecimal(matcher.group(1)).movePointRight(3 * thousands).longValue();
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
