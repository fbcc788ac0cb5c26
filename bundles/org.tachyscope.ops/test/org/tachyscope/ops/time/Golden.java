package org.tachyscope.ops.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads lines of words and numbers that a script under fixtures/ wrote. */
final class Golden {

    private Golden() {}

    static List<List<String>> lines(String file) throws IOException {
        try (var in = Objects.requireNonNull(Golden.class.getResourceAsStream("fixtures/" + file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> List.of(line.split(" "))).toList();
        }
    }

    /** Returns the numbers from word {@code from} on. */
    static double[] numbers(List<String> words, int from) {
        return words.stream().skip(from).mapToDouble(Double::parseDouble).toArray();
    }
}
