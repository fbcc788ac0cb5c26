package org.tachyscope.app.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.tachyscope.core.Size;

/** Measures the most memory that this process has held. */
final class PeakMemory {

    private PeakMemory() {}

    /** Returns it in words: all of the process where the system says so, otherwise what the JVM knows. */
    static Optional<String> text() {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .map(kibibytes -> Size.text(1024 * kibibytes))
                        .findFirst();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        long pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return Optional.of(Size.text(pools) + " of Java's own memory");
    }
}
