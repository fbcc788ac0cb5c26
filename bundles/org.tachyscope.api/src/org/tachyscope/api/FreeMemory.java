package org.tachyscope.api;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** Asks the operating system how much memory is free now. Safe for any thread. */
public final class FreeMemory {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final List<Path> CONTAINER_LIMITS =
            List.of(Path.of("/sys/fs/cgroup/memory.max"), Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

    private FreeMemory() {}

    /**
     * Returns the bytes that can be allocated without swapping, if the system tells. On Linux that counts what the kernel can
     * give back, such as the page cache, and is never more than a container was given.
     *
     * @throws IOException if the system's answer can't be read
     */
    public static OptionalLong bytes() throws IOException {
        return Files.isReadable(MEMINFO) ? ofLinux() : attribute("FreeMemorySize");
    }

    private static OptionalLong ofLinux() throws IOException {
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
