package org.tachyscope.ops.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.time.SlidingWindow.Ends;
import org.tachyscope.ops.time.SlidingWindow.Params;
import org.tachyscope.ops.time.SlidingWindow.Position;
import org.tachyscope.ops.time.SlidingWindow.Statistic;

/** Compares with what fixtures/sliding.py computed by definition. */
class SlidingGoldenTest {

    @Test
    void windowsAreThoseOfTheDefinition() throws IOException {
        Stack input = Series.of(PixelType.U8, 0);
        int checked = 0;
        for (List<String> words : Golden.lines("sliding.txt")) {
            if (words.getFirst().equals("input")) {
                input = Series.rows(PixelType.valueOf(words.get(1)), 2, Golden.numbers(words, 2));
            } else {
                check(input, words);
                checked++;
            }
        }
        assertEquals(3 * 6 * 11 * 3, checked);
    }

    private static void check(Stack input, List<String> words) throws IOException {
        Params params = new Params(
                Statistic.valueOf(words.get(0)),
                Integer.parseInt(words.get(2)),
                Integer.parseInt(words.get(3)),
                Position.valueOf(words.get(1)),
                Ends.valueOf(words.get(4)));
        double[] found = Series.values(new SlidingWindow().apply(input, params));
        boolean exact = input.type() != PixelType.F32 || params.statistic() != Statistic.STD;
        assertArrayEquals(Golden.numbers(words, 5), found, exact ? 0 : 1e-4, () -> input.type() + " " + params);
    }
}
