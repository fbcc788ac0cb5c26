package org.tachyscope.ui.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.tachyscope.api.Progress;

/**
 * Finds something out in the background, of which only the newest question matters: a new one cancels the one before. Answers come
 * in the UI thread, as long as {@code owner} lives.
 *
 * @param <T> an answer
 */
final class Later<T> {

    private static final long PAUSE_MILLIS = 60;

    private final Control owner;
    private final Display display;
    private final String name;
    private final Consumer<T> answered;
    private final Consumer<String> failed;
    private Optional<Job> running = Optional.empty();

    /** Finds out. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Progress progress) throws IOException;
    }

    Later(Control owner, String name, Consumer<T> answered, Consumer<String> failed) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.name = name;
        this.answered = answered;
        this.failed = failed;
        owner.addDisposeListener(event -> running.ifPresent(Job::cancel));
    }

    /** Asks; what was asked before is forgotten. UI thread. */
    void ask(Question<T> question) {
        running.ifPresent(Job::cancel);
        Job job = new Job(name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    T answer = question.ask(new JobProgress(monitor));
                    tell(this, () -> answered.accept(answer));
                    return Status.OK_STATUS;
                } catch (CancellationException e) {
                    return Status.CANCEL_STATUS;
                } catch (IOException | RuntimeException | LinkageError e) {
                    tell(this, () -> failed.accept(Failure.sentence(e)));
                    return Status.OK_STATUS;
                }
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == Jobs.FAMILY;
            }
        };
        running = Optional.of(job);
        job.schedule(PAUSE_MILLIS);
    }

    private void tell(Job job, Runnable what) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!owner.isDisposed() && running.filter(job::equals).isPresent()) {
                    what.run();
                }
            });
        }
    }
}
