package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.osgi.framework.ServiceRegistration;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StatusLine;

/** Shows at the foot of the window what lies under the pointer. */
public final class PointerLine extends WorkbenchWindowControlContribution {

    private Optional<ServiceRegistration<StatusLine>> registration = Optional.empty();

    @Override
    protected Control createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).applyTo(area);
        var label = new Label(area, SWT.LEFT);
        label.setData(Ids.KEY, "status.pointer");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(520, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(label);
        StatusLine line = text -> show(label, text);
        registration = Optional.of(Services.context().registerService(StatusLine.class, line, null));
        return area;
    }

    private static void show(Label label, String text) {
        if (!label.isDisposed() && !label.getText().equals(text)) {
            label.setText(text);
        }
    }

    @Override
    public void dispose() {
        registration.ifPresent(ServiceRegistration::unregister);
        registration = Optional.empty();
        super.dispose();
    }
}
