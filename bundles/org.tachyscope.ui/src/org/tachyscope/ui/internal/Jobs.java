package org.tachyscope.ui.internal;

import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Runs work in jobs, which the Progress view shows and cancels. */
final class Jobs {

    /** Family of all jobs that this bundle starts. */
    static final Object FAMILY = Jobs.class;

    private Jobs() {}

    /**
     * Starts a job. If it fails, the user reads that {@code complaint} and the reason.
     *
     * @param name what the Progress view shows
     */
    static void start(String name, Complaint complaint, Work work) {
        new Running(name, complaint, work).schedule();
    }

    /**
     * Says what can't be done if a job fails.
     *
     * @param what such as {@code Can't open}
     * @param subject such as {@code demo.npy}
     */
    record Complaint(String what, String subject) {}

    private static final class Running extends Job {
        private final Complaint complaint;
        private final Work work;

        Running(String name, Complaint complaint, Work work) {
            super(name);
            this.complaint = complaint;
            this.work = work;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                work.run(new JobProgress(monitor));
                return Status.OK_STATUS;
            } catch (CancellationException e) {
                return Status.CANCEL_STATUS;
            } catch (Exception | LinkageError | OutOfMemoryError e) {
                // The edge: whatever a loader or a plug-in throws becomes one sentence, and the trace goes to the log.
                Failure.report(complaint.what(), complaint.subject(), e);
                return Status.OK_STATUS;
            } finally {
                monitor.done();
            }
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == FAMILY;
        }
    }
}
