package org.tachyscope.ui.internal;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.tachyscope.core.Catalog;
import org.tachyscope.ui.api.Workspace;

/** Looks up services for handlers, menus and views, which the workbench makes itself. Asked anew for every use. */
final class Services {

    private Services() {}

    /** Returns the open stacks. */
    static Workspace workspace() {
        return find(Workspace.class).orElseThrow(() -> new IllegalStateException("the workspace is not started"));
    }

    /** Returns what plug-ins contribute at the moment. */
    static Catalog catalog() {
        return find(Catalog.class).orElseGet(Catalog::of);
    }

    /** Returns the service with the highest ranking, if there is one. */
    static <S> Optional<S> find(Class<S> type) {
        BundleContext context = context();
        return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
    }

    /** Returns the context of this bundle. */
    static BundleContext context() {
        return FrameworkUtil.getBundle(Services.class).getBundleContext();
    }
}
