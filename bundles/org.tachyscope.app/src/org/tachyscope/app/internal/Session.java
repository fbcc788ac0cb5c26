package org.tachyscope.app.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.tachyscope.core.Catalog;

/** Holds what the commands of one process share. */
final class Session {

    private final Terminal terminal;
    private final Supplier<Catalog> catalog;
    private final Interrupt interrupt;
    private final String version;
    private final AtomicBoolean verbose = new AtomicBoolean();

    Session(Terminal terminal, Supplier<Catalog> catalog, Interrupt interrupt, String version) {
        this.terminal = terminal;
        this.catalog = catalog;
        this.interrupt = interrupt;
        this.version = version;
    }

    Terminal terminal() {
        return terminal;
    }

    Catalog catalog() {
        return catalog.get();
    }

    Interrupt interrupt() {
        return interrupt;
    }

    String version() {
        return version;
    }

    boolean verbose() {
        return verbose.get();
    }

    void beVerbose() {
        verbose.set(true);
    }

    Ticker ticker() {
        return new Ticker(terminal, interrupt::asked);
    }

    void print(String text) {
        terminal.out().println(text);
    }

    /** Says one sentence on the error stream. */
    void complain(String sentence) {
        terminal.err().println("tachyscope: " + sentence);
    }
}
