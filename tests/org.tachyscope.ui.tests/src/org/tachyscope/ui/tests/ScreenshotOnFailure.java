package org.tachyscope.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Saves a picture of the screen when a test fails, under target/screenshots, and says where. */
final class ScreenshotOnFailure implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Path folder = Path.of(System.getProperty("tachyscope.test.screenshots", "screenshots"));
        Path file = folder.resolve(context.getRequiredTestClass().getSimpleName() + "."
                + context.getDisplayName().replaceAll("\\W+", "") + ".png");
        try {
            Files.createDirectories(folder);
            Hands.act(() -> save(file));
            failure.addSuppressed(new AssertionError("the screen then: " + file));
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }

    private static void save(Path file) {
        Display display = Hands.display();
        Image image = new Image(display, display.getBounds());
        GC gc = new GC(display);
        try {
            gc.copyArea(image, 0, 0);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
