package org.tachyscope.core.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tachyscope.api.data.PixelType;

class RankChoiceTest {

    @Test
    void littleWorkStaysWithDigits() {
        RankChoice choice = new RankChoice();
        assertFalse(choice.vectors(PixelType.U8, RankChoice.WORTH_BYTES - 1).getAsBoolean());
        assertFalse(choice.exercising(PixelType.U8));
        choice.vectors(PixelType.U8, 1);
        assertTrue(choice.exercising(PixelType.U8));
        assertFalse(choice.exercising(PixelType.U16));
    }

    @ParameterizedTest
    @EnumSource
    void vectorsTakeOverWhenTheyWin(PixelType type) throws InterruptedException {
        BooleanSupplier vectors = new RankChoice().vectors(type, RankChoice.WORTH_BYTES);
        for (int i = 0; i < 3000 && !vectors.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertTrue(vectors.getAsBoolean());
    }
}
