package org.tachyscope.ui.internal;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.tachyscope.ui.api.Workspace;

/** Sets the workbench up: one window, restored as it was left. */
final class WorkbenchSetup extends WorkbenchAdvisor {

    private final List<Path> sources;

    WorkbenchSetup(List<Path> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Layout.PERSPECTIVE;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WindowSetup(configurer);
    }

    @Override
    public void postStartup() {
        Theme.tick();
        Theme.lightenWhenDue(getWorkbenchConfigurer().getWorkbench().getDisplay());
        Workspace workspace = Services.workspace();
        sources.forEach(workspace::open);
    }

    @Override
    public boolean preShutdown() {
        Job.getJobManager().cancel(Jobs.FAMILY);
        return true;
    }

    @Override
    public void postShutdown() {
        Workspace workspace = Services.workspace();
        workspace.items().forEach(workspace::close);
    }
}
