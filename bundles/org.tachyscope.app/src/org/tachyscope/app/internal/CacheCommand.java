package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.DiskCache;
import org.tachyscope.core.Size;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows and cleans the disk cache. */
@Command(
        name = "cache",
        versionProvider = Common.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Shows and cleans the disk cache, which holds sources that were decoded once.",
            "",
            "A source gets into it with --cache. It is found again by path, size, time and content, and by how it was"
                    + " read. TACHYSCOPE_CACHE names another folder, TACHYSCOPE_CACHE_QUOTA bounds it (200 GB); otherwise"
                    + " it takes at most half of what would be free without it, and what wasn't used for the longest time"
                    + " makes room.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  tachyscope cache list",
            "  tachyscope cache clear frames/",
            "  tachyscope cache verify",
            "  tachyscope reduce --cache --op mean frames/ --out results"
        })
final class CacheCommand implements Runnable {

    private final Session session;

    @Spec
    CommandSpec spec;

    @Mixin
    Common common;

    CacheCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: list, clear or verify");
    }

    private DiskCache cache() throws IOException {
        return session.catalog()
                .cache()
                .orElseThrow(() -> new IOException("there is no disk cache: no plug-in brings one"));
    }

    @Command(
            name = "list",
            versionProvider = Common.class,
            description = {"Lists what is kept, the last used first.", ""})
    int list(@Mixin Common options) throws IOException {
        DiskCache cache = cache();
        List<DiskCache.Entry> entries = cache.entries();
        List<List<String>> rows = new ArrayList<>();
        for (DiskCache.Entry entry : entries) {
            rows.add(List.of(
                    entry.key().source().toString(),
                    entry.shape() + " " + entry.type(),
                    Size.text(entry.bytes()),
                    (entry.open() ? "open" : ago(entry.used())),
                    "by " + entry.key().loader() + " " + entry.key().params()));
        }
        if (!rows.isEmpty()) {
            session.print(Words.aligned(rows));
        }
        long bytes = entries.stream().mapToLong(DiskCache.Entry::bytes).sum();
        session.print(Words.count(entries.size(), "stack") + ", " + Size.text(bytes) + " of " + Size.text(cache.quota())
                + ", in " + cache.folder());
        return Exit.OK;
    }

    private static String ago(Instant used) {
        Duration since = Duration.between(used, Instant.now());
        if (since.toHours() < 1) {
            return "used " + Math.max(0, since.toMinutes()) + " min ago";
        }
        return since.toDays() < 2 ? "used " + since.toHours() + " h ago" : "used " + since.toDays() + " days ago";
    }

    @Command(
            name = "clear",
            versionProvider = Common.class,
            description = {"Deletes what is kept of a source, or everything. What is open stays.", ""})
    int clear(
            @Mixin Common options,
            @CommandLine.Parameters(
                            arity = "0..1",
                            paramLabel = "SOURCE",
                            description = "Only what was made from this file or folder.")
                    Optional<Path> source)
            throws IOException {
        DiskCache cache = cache();
        int deleted = 0;
        long bytes = 0;
        int open = 0;
        for (DiskCache.Entry entry : of(cache, source)) {
            if (cache.delete(entry)) {
                deleted++;
                bytes += entry.bytes();
            } else {
                open++;
            }
        }
        session.print("deleted " + Words.count(deleted, "stack") + ", " + Size.text(bytes)
                + (open == 0 ? "" : "; " + open + " stayed because somebody has them open"));
        return Exit.OK;
    }

    private List<DiskCache.Entry> of(DiskCache cache, Optional<Path> source) throws IOException {
        List<DiskCache.Entry> entries = cache.entries();
        if (source.isEmpty()) {
            return entries;
        }
        Path named = session.terminal().resolve(source.get()).toAbsolutePath().normalize();
        Path real = named.toFile().exists() ? named.toRealPath() : named;
        return entries.stream()
                .filter(entry -> entry.key().source().equals(real))
                .toList();
    }

    @Command(
            name = "verify",
            versionProvider = Common.class,
            description = {
                "Compares everything that is kept with its checksums. What is damaged is deleted: it is decoded again when"
                        + " it is needed.",
                ""
            })
    int verify(@Mixin Common options) throws IOException {
        DiskCache cache = cache();
        List<DiskCache.Entry> entries = cache.entries();
        int damaged = 0;
        try (Ticker ticker = session.ticker()) {
            for (DiskCache.Entry entry : entries) {
                ticker.step("verifying " + entry.key().source().getFileName());
                List<String> wrong = cache.verify(entry, ticker);
                damaged += wrong.isEmpty() ? 0 : 1;
                for (String sentence : wrong) {
                    session.complain(entry.key().source() + ": " + sentence + (cache.delete(entry) ? "; deleted" : ""));
                }
            }
        }
        session.print(Words.count(entries.size(), "stack") + " verified, " + damaged + " damaged");
        return damaged == 0 ? Exit.OK : Exit.FAILED;
    }
}
