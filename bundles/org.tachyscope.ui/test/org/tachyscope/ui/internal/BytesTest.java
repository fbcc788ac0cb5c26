package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 KB",
        "14400128, 14 MB",
        "4200000, 4.2 MB",
        "999499999, 999 MB",
        "999500000, 1.0 GB",
        "25000000000, 25 GB",
        "9223372036854775807, 9223 PB"
    })
    void keepsTwoOrThreeDigits(long bytes, String text) {
        assertEquals(text, Bytes.text(bytes));
    }
}
