package org.tachyscope.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Sources;

/** Videos in a framework, where FFmpeg's classes and libraries come from other bundles. */
class VideoTest {

    /** A GIF of one pixel, red and then blue. */
    private static final String RED_AND_BLUE =
            "R0lGODlhAQABAIAAAP8AAAAA/yH5BAAKAAAALAAAAAABAAEAAAICRAEAIfkEAAoAAAAsAAAAAAEAAQAAAgJMAQA7";

    @Test
    void ffmpegDecodesInTheFramework(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("two.gif"), Base64.getDecoder().decode(RED_AND_BLUE));
        Catalog catalog = Osgi.await(
                Catalog.class,
                found -> found.loaders().stream().anyMatch(loader -> loader.id().equals("video")));
        Sources.Planned planned = new Sources(catalog).plan(Sources.Request.of(file), Progress.none());
        assertEquals("video", planned.loader().id());
        try (Stack stack = planned.plan().open(Progress.none());
                Cursor cursor = stack.cursor()) {
            assertEquals(new Shape(2, 1, 1, 1), stack.shape());
            assertEquals(29, cursor.frame(1).sample(0)); // 0.114 × 255
            assertEquals(76, cursor.frame(0).sample(0)); // 0.299 × 255
        }
    }
}
