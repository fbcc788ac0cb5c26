package org.tachyscope.app.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tachyscope.core.Size;

/**
 * Watches how much memory this process holds. On Linux it tells what was allocated, pixels and Java together, from pages of
 * mapped files: those are a cache that the system takes back when it needs the memory. Allocated memory is sampled, so a peak
 * of a few milliseconds can be missed.
 */
final class PeakMemory implements AutoCloseable {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long SAMPLE_MS = 20;
    private static final long WORTH_SAYING = 256L << 20;

    private final AtomicLong allocated = new AtomicLong();
    private final Thread sampler = Thread.ofPlatform().daemon().name("memory").unstarted(this::sample);

    private PeakMemory() {}

    /** Watches from now on. */
    static PeakMemory watched() {
        PeakMemory memory = new PeakMemory();
        if (Files.isReadable(STATUS)) {
            memory.sampler.start();
        }
        return memory;
    }

    private void sample() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                status("RssAnon:").ifPresent(bytes -> allocated.accumulateAndGet(bytes, Math::max));
                Thread.sleep(SAMPLE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the peak so far in words: all of the process where the system says so, otherwise what the JVM knows. */
    String text() {
        Optional<Long> all = status("VmHWM:");
        long own = allocated.get();
        if (all.isEmpty()) {
            return Size.text(pools()) + " of Java's own memory at its peak";
        }
        long mapped = all.get() - own;
        return own > 0 && mapped > WORTH_SAYING
                ? Size.text(own) + " at its peak, and " + Size.text(mapped) + " of mapped files in the system's cache"
                : Size.text(all.get()) + " at its peak";
    }

    private static long pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static Optional<Long> status(String key) {
        try {
            return Files.readString(STATUS, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith(key))
                    .map(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}
