package org.tachyscope.ui.tests;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Starts the program's own application before the first test, in a UI thread of its own, and closes it after the last. */
final class RunningWindow implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(RunningWindow.class, key -> new Application(), Application.class);
    }

    /** The running application. */
    static final class Application implements ExtensionContext.Store.CloseableResource {

        private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final Thread thread = new Thread(this::run, "UI");

        Application() {
            thread.setDaemon(true);
            thread.start();
            long end = System.nanoTime() + PATIENCE;
            while (!isUp()) {
                if (!thread.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("the window did not open", failure.get());
                }
                Thread.onSpinWait();
            }
        }

        private static boolean isUp() {
            return PlatformUI.isWorkbenchRunning()
                    && Hands.ask(() -> PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0
                            && PlatformUI.getWorkbench()
                                    .getWorkbenchWindows()[0]
                                    .getShell()
                                    .isVisible());
        }

        private void run() {
            try {
                application().start(withoutArguments());
            } catch (Exception | Error e) {
                failure.set(e);
            }
        }

        private static IApplication application() throws CoreException {
            IExtension extension = Platform.getExtensionRegistry()
                    .getExtension(Platform.PI_RUNTIME, Platform.PT_APPLICATIONS, "org.tachyscope.ui.app");
            IConfigurationElement run = extension.getConfigurationElements()[0].getChildren("run")[0];
            return (IApplication) run.createExecutableExtension("class");
        }

        /** The arguments of this process are the test runner's. */
        private static IApplicationContext withoutArguments() {
            BundleContext bundle = FrameworkUtil.getBundle(RunningWindow.class).getBundleContext();
            IApplicationContext outer = bundle.getService(bundle.getServiceReference(IApplicationContext.class));
            return (IApplicationContext) Proxy.newProxyInstance(
                    RunningWindow.class.getClassLoader(),
                    new Class<?>[] {IApplicationContext.class},
                    (self, method, arguments) -> method.getName().equals("getArguments")
                            ? Map.of(IApplicationContext.APPLICATION_ARGS, new String[0])
                            : method.invoke(outer, arguments));
        }

        @Override
        public void close() throws InterruptedException {
            Hands.display().asyncExec(() -> PlatformUI.getWorkbench().close());
            thread.join(TimeUnit.SECONDS.toMillis(20));
            if (thread.isAlive() || failure.get() != null) {
                throw new IllegalStateException("the window did not close in order", failure.get());
            }
        }
    }
}
