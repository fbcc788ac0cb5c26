package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PlatformUI;

/** Reports what went wrong: one sentence to the user, everything to the Error Log. Any thread. */
final class Failure {

    private static final ILog LOG = ILog.of(Failure.class);

    private Failure() {}

    /** Reports that something can't be done; {@code what} is such as {@code Can't show the Error Log}. */
    static void report(String what, Throwable cause) {
        tell(what + ": " + sentence(cause), cause);
    }

    /**
     * Reports that something can't be done with {@code subject}, which is named once: here, or by the cause.
     *
     * @param what such as {@code Can't open}
     * @param subject such as {@code demo.npy}
     */
    static void report(String what, String subject, Throwable cause) {
        report(sentence(cause).contains(subject) ? what : what + " " + subject, cause);
    }

    private static void tell(String sentence, Throwable cause) {
        LOG.log(new Status(IStatus.ERROR, Failure.class, sentence, cause));
        var display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> ProblemDialog.show(display, sentence));
    }

    /** Writes a remark to the Error Log. */
    static void note(String sentence) {
        LOG.warn(sentence);
    }

    /** Returns the message of {@code cause}, or of what lies behind it. */
    static String sentence(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(cause.getCause()).map(Failure::sentence))
                .orElseGet(() -> cause.getClass().getSimpleName());
    }
}
