package org.tachyscope.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.Verdict;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.Choices;
import org.tachyscope.core.recipe.Opened;
import org.tachyscope.core.recipe.Opener;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.run.Runner;
import org.tachyscope.ui.api.Hold;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;

/**
 * Opens one source in the background:
 *
 * <pre>
 *   job: plan, weigh ──▶ UI: ask, if there is something to decide ──▶ job: read ──▶ UI: add to the open stacks
 * </pre>
 */
final class Opening {

    private final Path source;
    private final String name;
    private final boolean asking;
    private final Display display = PlatformUI.getWorkbench().getDisplay();

    private Opening(Path source, boolean asking) {
        this.source = source.toAbsolutePath().normalize();
        this.name =
                String.valueOf(Optional.ofNullable(this.source.getFileName()).orElse(this.source));
        this.asking = asking;
    }

    /** Opens a file or folder, and asks only if there is something to decide. Returns at once. */
    static void start(Path source) {
        start(new Opening(source, false));
    }

    /** Opens a file or folder, and asks what is taken of it. Returns at once. */
    static void startWithOptions(Path source) {
        start(new Opening(source, true));
    }

    private static void start(Opening opening) {
        opening.job("Looking at", opening::plan);
    }

    private void job(String verb, Work work) {
        Jobs.start(verb + " " + name, new Jobs.Complaint("Can't open", name), work);
    }

    private void plan(Progress progress) throws IOException {
        var planned = new Sources(Services.catalog()).plan(Sources.Request.of(source), progress);
        planned.remarks().forEach(Failure::note);
        Weigher weigher = Weigher.ofMachine(Services.catalog());
        Verdict verdict = weigher.weigh(planned, Choices.EVERYTHING, Access.AUTOMATIC, MemoryShare.percent());
        if (asking || OpenText.asks(verdict)) {
            display.asyncExec(() -> ask(planned, weigher, verdict));
        } else {
            read(planned, Choices.EVERYTHING, Access.AUTOMATIC, progress);
        }
    }

    private void ask(Sources.Planned planned, Weigher weigher, Verdict verdict) {
        var shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        var dialog = new OpenDialog(shell, name, planned, weigher, verdict);
        if (dialog.open() == Window.OK) {
            job("Opening", progress -> read(planned, dialog.choices(), dialog.access(), progress));
        }
    }

    private void read(Sources.Planned planned, Choices choices, Access access, Progress progress) throws IOException {
        Recipe recipe = choices.recipe(planned);
        Opener opener = new Opener(Services.catalog(), Runner.defaultThreads());
        try (Opened opened = opener.open(planned, recipe, access, progress)) {
            List<Stack> stacks = opened.release();
            display.asyncExec(() -> {
                Recent.remember(source);
                add(stacks.getFirst().metadata().name(), planned, recipe, stacks);
            });
        }
    }

    /**
     * Adds what was opened to the open stacks. UI thread.
     *
     * @param stacks what is shown, and then the stacks it is computed from
     */
    static StackItem add(String name, Sources.Planned planned, Recipe recipe, List<Stack> stacks) {
        Stack stack = stacks.getFirst();
        Plan.Access source = planned.plan().cost().access();
        boolean inPlace = stack.contiguous().isPresent();
        boolean mapped = inPlace && source == Plan.Access.MAPPED && stacks.size() == 1;
        Plan.Access access = mapped ? Plan.Access.MAPPED : inPlace ? Plan.Access.LOADED : Plan.Access.DECODED;
        long memory =
                access == Plan.Access.LOADED ? stack.contiguous().orElseThrow().byteSize() : 0;
        var residence = new Residence(
                Optional.of(planned.source()), access, memory, planned.plan().notes());
        List<Hold> inputs = stacks.stream().skip(1).<Hold>map(Owned::new).toList();
        return Histories.add(name, stack, residence, inputs, Optional.of(recipe));
    }

    /** Closes a stack that nobody else holds, once. */
    private record Owned(Stack stack, AtomicBoolean closed) implements Hold {
        Owned(Stack stack) {
            this(stack, new AtomicBoolean());
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                try {
                    stack.close();
                } catch (IOException e) {
                    throw new IllegalStateException(
                            "can't close " + stack.metadata().name(), e);
                }
            }
        }
    }
}
