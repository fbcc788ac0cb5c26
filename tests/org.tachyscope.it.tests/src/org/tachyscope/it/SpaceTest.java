package org.tachyscope.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Catalog;

/** The spatial operations in a framework, where OpenCV's classes and libraries come from other bundles. */
class SpaceTest {

    private static final List<String> IDS = List.of(
            "crop",
            "bin",
            "resize",
            "flip",
            "rotate",
            "transpose",
            "gaussian-blur",
            "box-blur",
            "median-blur",
            "difference-of-gaussians",
            "unsharp",
            "sobel",
            "laplace",
            "morphology",
            "register");

    private static Catalog catalog() throws InterruptedException {
        return Osgi.await(Catalog.class, found -> ids(found).containsAll(IDS));
    }

    private static Set<String> ids(Catalog catalog) {
        return catalog.operations().stream().map(operation -> operation.id()).collect(Collectors.toSet());
    }

    @Test
    void operationsAreAllThere() throws Exception {
        assertTrue(ids(catalog()).containsAll(IDS));
    }

    @Test
    void openCvComputesInTheFramework() throws Exception {
        MemorySegment pixels = Arena.ofAuto().allocate(2 * 25);
        pixels.set(ValueLayout.JAVA_BYTE, 12, (byte) 200);
        Stack input = MemoryStack.of(pixels, new Shape(2, 5, 5, 1), PixelType.U8, Metadata.named("dot"));
        assertEquals(0, centre("median-blur", input));
        assertEquals(22, centre("box-blur", input)); // 200 / 9
        assertEquals(-800, centre("laplace", input));
        assertEquals(200, centre("register", input));
    }

    private static double centre(String id, Stack input) throws Exception {
        Operation<?> operation = catalog().operations().stream()
                .filter(contributed -> contributed.id().equals(id))
                .findFirst()
                .orElseThrow()
                .service();
        try (Stack result = applied(operation, input);
                Cursor cursor = result.cursor()) {
            return cursor.frame(0).sample(12);
        }
    }

    private static <P extends Record> Stack applied(Operation<P> operation, Stack input) {
        return operation.apply(input, operation.defaults());
    }
}
