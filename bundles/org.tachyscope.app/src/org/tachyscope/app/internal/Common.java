package org.tachyscope.app.internal;

import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** Adds what every command understands. */
final class Common implements IVersionProvider {

    private final Session session;

    Common(Session session) {
        this.session = session;
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    boolean version;

    @Option(names = "--verbose", description = "After a failure, name the file that holds the stack trace.")
    void verbose(boolean on) {
        if (on) {
            session.beVerbose();
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "Tachyscope " + session.version(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
