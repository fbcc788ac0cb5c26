package org.tachyscope.core.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
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
}
