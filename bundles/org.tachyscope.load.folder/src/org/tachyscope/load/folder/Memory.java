package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** Knows how much memory the machine can still give. */
final class Memory {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final List<Path> CONTAINER_LIMITS =
            List.of(Path.of("/sys/fs/cgroup/memory.max"), Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

    private Memory() {}

    /**
     * Refuses what doesn't fit, before the machine starts to swap.
     *
     * @param what names the stack and its extent
     * @throws IOException with the numbers
     */
    static void require(long bytes, String what) throws IOException {
        OptionalLong available = available();
        if (available.isPresent() && bytes > available.getAsLong()) {
            throw new IOException(
                    what + " needs " + text(bytes) + " of memory, " + text(available.getAsLong()) + " are available");
        }
    }

    /** Returns what can be allocated without swapping, if the system tells. */
    static OptionalLong available() throws IOException {
        return Files.isReadable(MEMINFO) ? availableOnLinux() : attribute("FreeMemorySize");
    }

    /** Returns a size a person can read, such as {@code 18.6 GB}. */
    static String text(long bytes) {
        if (bytes < 1_000_000) {
            return bytes + " bytes";
        }
        double mega = bytes / 1e6;
        return mega < 1000
                ? String.format(Locale.ROOT, "%.1f MB", mega)
                : String.format(Locale.ROOT, "%.1f GB", mega / 1000);
    }

    /** Takes what the kernel can free, but never more than a container was given. */
    private static OptionalLong availableOnLinux() throws IOException {
        try (Stream<String> lines = Files.lines(MEMINFO)) {
            OptionalLong kernel = lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
            return kernel.isPresent() ? OptionalLong.of(Math.min(kernel.getAsLong(), containerLimit())) : kernel;
        }
    }

    /** Reads the limit of the container, whose file holds {@code max} if there is none. */
    private static long containerLimit() throws IOException {
        for (Path limit : CONTAINER_LIMITS) {
            if (Files.isReadable(limit)) {
                String text = Files.readString(limit).strip();
                return text.equals("max") ? Long.MAX_VALUE : Long.parseLong(text);
            }
        }
        return Long.MAX_VALUE;
    }

    /** Asks the management beans, which takes a tenth of a second the first time. */
    private static OptionalLong attribute(String name) {
        try {
            Object value = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), name);
            return value instanceof Long bytes ? OptionalLong.of(bytes) : OptionalLong.empty();
        } catch (JMException e) {
            return OptionalLong.empty();
        }
    }
}
