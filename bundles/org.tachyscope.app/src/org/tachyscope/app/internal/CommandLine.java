package org.tachyscope.app.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** Runs one command without a window. */
public final class CommandLine implements IApplication {

    private static final Integer WRONG_USAGE = 2;

    @Override
    public Object start(IApplicationContext context) {
        System.err.println("tachyscope: no command of that name");
        return WRONG_USAGE;
    }

    @Override
    public void stop() {}
}
