package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaturalOrderTest {

    @ParameterizedTest
    @CsvSource({
        "frame 9.png, frame 10.png",
        "frame9.png, frame10.png",
        "a1, a2",
        "a, a0",
        "a0, a1",
        "a9, a10",
        "a1, a01",
        "a01, a001",
        "a01, a2",
        "a1b2, a1b10",
        "a01b2, a1b10",
        "a1b01, a01b1",
        "A1, a2",
        "a1, B1",
        "IMG_2.JPG, img_10.jpg",
        "999999999999999999, 1000000000000000000",
        "18446744073709551615, 18446744073709551616",
        "x123456789012345678901234567890, x123456789012345678901234567891",
        "x00000000000000000000000000002, x3",
        "1.png, a.png",
        "img-2, img-10",
        "img, img2",
        "img2, img2b",
        "a١, a٢",
        "a9, a١",
        "ä2, ä10",
        "A, a",
    })
    void leftComesFirst(String left, String right) {
        assertEquals(-1, Integer.signum(NaturalOrder.compare(left, right)), left + " and " + right);
        assertEquals(1, Integer.signum(NaturalOrder.compare(right, left)), right + " and " + left);
    }

    @Test
    void onlyEqualNamesAreEqual() {
        assertEquals(0, NaturalOrder.compare("a01b2", "a01b2"));
        assertTrue(NaturalOrder.compare("a1b01", "a01b1") != 0);
        assertTrue(NaturalOrder.compare("İ", "i") != 0);
    }

    @Test
    void sortsTheSameFromAnyStart() {
        List<String> names = names(new Random(7));
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(NaturalOrder::compare);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(names, new Random(seed));
            names.sort(NaturalOrder::compare);
            assertEquals(sorted, names);
        }
    }

    @Test
    void isTransitive() {
        List<String> names = names(new Random(3)).subList(0, 120);
        for (String a : names) {
            for (String b : names) {
                for (String c : names) {
                    if (NaturalOrder.compare(a, b) <= 0 && NaturalOrder.compare(b, c) <= 0) {
                        assertTrue(NaturalOrder.compare(a, c) <= 0, a + " ≤ " + b + " ≤ " + c);
                    }
                }
            }
        }
    }

    private static List<String> names(Random random) {
        String letters = "001129aAb.-";
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            StringBuilder name = new StringBuilder();
            for (int k = random.nextInt(6); k >= 0; k--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            names.add(name.toString());
        }
        return names;
    }
}
