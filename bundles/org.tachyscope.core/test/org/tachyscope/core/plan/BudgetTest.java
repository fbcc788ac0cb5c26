package org.tachyscope.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    @Test
    void isAShareOfWhatIsFree() {
        Budget budget = new Budget(60, OptionalLong.of(10_000_000_000L));
        assertEquals(6_000_000_000L, budget.bytes());
        assertTrue(budget.holds(6_000_000_000L));
        assertFalse(budget.holds(6_000_000_001L));
        assertEquals("60 % of the 10 GB that are free", budget.toString());
    }

    @Test
    void holdsAnythingWhereTheSystemDoesNotTell() {
        assertTrue(new Budget(1, OptionalLong.empty()).holds(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100.5, Double.NaN})
    void isMoreThanNothingAndNotMoreThanAll(double percent) {
        assertThrows(IllegalArgumentException.class, () -> new Budget(percent, OptionalLong.of(1)));
    }
}
