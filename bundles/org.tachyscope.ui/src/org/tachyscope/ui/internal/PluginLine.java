package org.tachyscope.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.tachyscope.core.Broken;
import org.tachyscope.ui.api.Ids;

/** Names plug-ins that don't work at the foot of the window; a click shows the Error Log. Empty if all work. */
public final class PluginLine extends WorkbenchWindowControlContribution {

    private Optional<PluginWatch> watch = Optional.empty();

    @Override
    protected Control createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).applyTo(area);
        var link = new Link(area, SWT.NONE);
        link.setData(Ids.KEY, "status.plugins");
        link.addListener(SWT.Selection, event -> showLog());
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(300, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(link);
        Display display = parent.getDisplay();
        watch = Optional.of(
                new PluginWatch(Services.context(), problems -> display.asyncExec(() -> show(link, problems))));
        return area;
    }

    private static void show(Link link, List<Broken> problems) {
        if (link.isDisposed()) {
            return;
        }
        link.setText(problems.isEmpty() ? "" : "⚠ <a>" + PluginText.summary(problems) + "</a>");
        link.setToolTipText(problems.stream().map(Broken::toString).collect(Collectors.joining("\n")));
    }

    private void showLog() {
        try {
            getWorkbenchWindow().getActivePage().showView(Layout.LOG_VIEW);
        } catch (PartInitException e) {
            Failure.report("Can't show the Error Log", e);
        }
    }

    @Override
    public void dispose() {
        watch.ifPresent(PluginWatch::close);
        watch = Optional.empty();
        super.dispose();
    }
}
