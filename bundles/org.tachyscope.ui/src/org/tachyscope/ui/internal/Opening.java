package org.tachyscope.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.api.FreeMemory;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Sources;
import org.tachyscope.ui.api.Residence;

/**
 * Opens one source in the background:
 *
 * <pre>
 *   job: plan ──▶ UI: ask, if something gets lost ──▶ job: read ──▶ UI: add to the open stacks
 * </pre>
 */
final class Opening {

    private final Path source;
    private final String name;
    private final Display display = PlatformUI.getWorkbench().getDisplay();

    private Opening(Path source) {
        this.source = source.toAbsolutePath().normalize();
        this.name =
                String.valueOf(Optional.ofNullable(this.source.getFileName()).orElse(this.source));
    }

    /** Opens a file or folder. Returns at once. */
    static void start(Path source) {
        var opening = new Opening(source);
        opening.job("Looking at", opening::plan);
    }

    private void job(String verb, Work work) {
        Jobs.start(verb + " " + name, new Jobs.Complaint("Can't open", name), work);
    }

    private void plan(Progress progress) throws IOException {
        var planned = new Sources(Services.catalog()).plan(Sources.Request.of(source), progress);
        planned.remarks().forEach(Failure::note);
        Plan plan = planned.plan();
        Optional<String> question =
                Admission.question(name, plan, FreeMemory.bytes().orElse(Long.MAX_VALUE));
        if (question.isEmpty()) {
            read(plan, progress);
        } else {
            display.asyncExec(() -> ask(plan, question.get()));
        }
    }

    private void ask(Plan plan, String question) {
        var shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        int answer = MessageDialog.open(
                MessageDialog.QUESTION, shell, "Before opening " + name, question, 0, "Open", "Cancel");
        if (answer == 0) {
            job("Opening", progress -> read(plan, progress));
        }
    }

    private void read(Plan plan, Progress progress) throws IOException {
        Stack stack = plan.open(progress);
        display.asyncExec(() -> show(plan, stack));
    }

    private void show(Plan plan, Stack stack) {
        var cost = plan.cost();
        var residence = new Residence(Optional.of(source), cost.access(), cost.memoryBytes(), plan.notes());
        Services.workspace().add(stack.metadata().name(), stack, residence, List.of());
        Recent.remember(source);
    }
}
