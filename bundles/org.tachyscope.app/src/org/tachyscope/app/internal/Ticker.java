package org.tachyscope.app.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.tachyscope.api.Progress;
import org.tachyscope.core.Seconds;

/**
 * Shows the progress of a command: on a terminal one line that overwrites itself, otherwise a plain line every few seconds and
 * one when a long step is finished. Workers only note numbers; a thread of its own prints.
 */
final class Ticker implements Progress, AutoCloseable {

    /** Stands in a step's name before its unit, where that isn't frames. */
    private static final String UNIT = ", in ";

    private static final int BAR = 16;
    private static final long TERMINAL_MS = 100;
    private static final long PLAIN_MS = 3000;
    private static final double LONG_STEP = 1;

    private final PrintStream err;
    private final boolean overwrite;
    private final BooleanSupplier cancelled;
    private final ScheduledExecutorService clock;
    private volatile long bytesPerUnit;
    private volatile long done;
    private volatile long total;
    private volatile String waits = "";
    private String step = "";
    private boolean frames;
    private Rate rate = new Rate(now());

    Ticker(Terminal terminal, BooleanSupplier cancelled) {
        err = terminal.err();
        overwrite = terminal.interactive();
        this.cancelled = cancelled;
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
        long period = overwrite ? TERMINAL_MS : PLAIN_MS;
        clock.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
    }

    /** Says how large a unit is, to show bytes a second; 0 if that isn't known. */
    void bytesPerUnit(long bytes) {
        bytesPerUnit = bytes;
    }

    @Override
    public synchronized void step(String name) {
        finishStep();
        int unit = name.indexOf(UNIT);
        step = unit < 0 ? name : name.substring(0, unit);
        frames = unit < 0 && !name.startsWith("writing");
        total = 0;
        done = 0;
        waits = "";
        rate = new Rate(now());
    }

    @Override
    public void waitsFor(String what) {
        waits = ", waits for " + what;
    }

    @Override
    public void worked(long unitsDone, long unitsTotal) {
        total = unitsTotal;
        done = unitsDone;
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public synchronized void close() {
        finishStep();
        step = "";
        clock.shutdownNow();
    }

    private synchronized void show() {
        rate.at(now(), done);
        if (step.isEmpty()) {
            return;
        }
        if (overwrite) {
            err.print("\r" + cut(terminalLine()) + "\u001b[K");
            err.flush();
        } else if (total > 0) {
            err.println(plainLine());
        }
    }

    private void finishStep() {
        if (step.isEmpty() || cancelled()) {
            clear();
            return;
        }
        clear();
        rate.at(now(), done);
        if (!overwrite && total > 0 && rate.elapsed() >= LONG_STEP) {
            err.println(step + ": " + count() + "in " + Seconds.text(rate.elapsed()) + speed());
        }
    }

    private void clear() {
        if (overwrite) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private String terminalLine() {
        if (total == 0) {
            return step + " …";
        }
        int full = (int) (BAR * Math.min(done, total) / total);
        return step + " [" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + percent() + speed() + left() + waits;
    }

    private String plainLine() {
        return step + ": " + count() + "(" + percent().strip() + ")" + speed() + left() + waits;
    }

    private String count() {
        return frames ? done + " of " + total + " " : "";
    }

    private String percent() {
        return String.format(Locale.ROOT, "%3d %%", 100 * Math.min(done, total) / total);
    }

    private String speed() {
        OptionalDouble perSecond = rate.perSecond();
        if (perSecond.isEmpty() || !frames) {
            return "";
        }
        double gigabytes = perSecond.getAsDouble() * bytesPerUnit / 1e9;
        return ", " + Words.rate(perSecond.getAsDouble()) + " frames/s"
                + (bytesPerUnit == 0 ? "" : String.format(Locale.ROOT, ", %.2f GB/s", gigabytes));
    }

    private String left() {
        OptionalDouble seconds = rate.left(total);
        return seconds.isEmpty() ? "" : ", " + Seconds.text(Math.ceil(seconds.getAsDouble())) + " left";
    }

    /** Keeps a line shorter than the narrowest usual terminal: a wrapped one couldn't be overwritten. */
    private static String cut(String line) {
        return line.length() < 80 ? line : line.substring(0, 78) + "…";
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }
}
