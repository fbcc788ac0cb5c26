package org.tachyscope.core.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Moment;

class KernelChoiceTest {

    private static final Set<Moment> MEAN = Set.of(Moment.SUM);

    @Test
    void littleWorkStartsNoExercise() {
        KernelChoice choice = new KernelChoice();
        Supplier<Kernels> kernels = choice.kernels(PixelType.U8, MEAN, KernelChoice.WORTH_BYTES - 1);
        assertInstanceOf(ScalarKernels.class, kernels.get());
        assertFalse(choice.exercising(PixelType.U8, MEAN));
    }

    @Test
    void littleWorkAddsUp() {
        KernelChoice choice = new KernelChoice();
        choice.kernels(PixelType.U8, MEAN, KernelChoice.WORTH_BYTES / 2);
        assertFalse(choice.exercising(PixelType.U8, MEAN));
        choice.kernels(PixelType.U8, MEAN, KernelChoice.WORTH_BYTES / 2);
        assertTrue(choice.exercising(PixelType.U8, MEAN));
        assertFalse(choice.exercising(PixelType.U16, MEAN));
    }
}
