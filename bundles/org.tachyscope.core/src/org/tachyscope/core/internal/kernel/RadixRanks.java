package org.tachyscope.core.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.tachyscope.api.data.PixelType;

/**
 * Finds order statistics digit by digit, from the highest on: counts how often each digit of 8 bits occurs among the values
 * that begin with the digits found so far. Reads the tile once for U8, twice for U16, four times for F32, and perhaps once
 * more for the next order statistic. Its memory doesn't grow with the number of frames.
 */
final class RadixRanks implements Ranks {

    private static final int WIDTH = 256;
    private static final int DIGITS = 256;

    private final PixelType type;
    private final int[] firstCounts = new int[WIDTH * DIGITS];
    private final int[] counts = new int[WIDTH * DIGITS];
    private final int[] found = new int[WIDTH];
    private final int[] left = new int[WIDTH];
    private final int[] after = new int[WIDTH];
    private final int[] numbers = new int[WIDTH];
    private final Keys.Reader reader;
    private Tile tile = new Tile(MemorySegment.NULL, 0, 0, 0, 0);
    private int samples;

    RadixRanks(PixelType type) {
        this.type = type;
        reader = new Keys.Reader(type);
    }

    @Override
    public int width(int frames) {
        return WIDTH;
    }

    /** Returns the shift that brings down the highest digit. */
    private int highest() {
        return 8 * (type.bytes() - 1);
    }

    /** Makes keys of floats unsigned. */
    private int sign() {
        return type == PixelType.F32 ? Integer.MIN_VALUE : 0;
    }

    @Override
    public void take(Tile next, int[] numbersOut, Runnable check) {
        tile = next;
        samples = tile.samples();
        Arrays.fill(firstCounts, 0, samples * DIGITS, 0);
        Arrays.fill(left, 0, samples, 0);
        reader.each(tile, this::takeFirst, check);
        for (int i = 0; i < samples; i++) {
            numbers[i] = tile.frames() - left[i];
        }
        System.arraycopy(numbers, 0, numbersOut, 0, samples);
    }

    private void takeFirst(int[] keys, int count) {
        int shift = highest();
        int sign = sign();
        for (int from = 0; from < count; from += samples) {
            for (int i = 0; i < samples; i++) {
                int key = keys[from + i];
                firstCounts[i * DIGITS + ((key ^ sign) >>> shift)]++;
                left[i] += key == Keys.NAN ? 1 : 0;
            }
        }
    }

    @Override
    public void find(int[] ranks, int[] low, int[] next, Runnable check) {
        Arrays.fill(found, 0, samples, 0);
        System.arraycopy(ranks, 0, left, 0, samples);
        descend(firstCounts);
        for (int shift = highest() - 8; shift >= 0; shift -= 8) {
            int at = shift;
            Arrays.fill(counts, 0, samples * DIGITS, 0);
            reader.each(tile, (keys, count) -> count(keys, count, at), check);
            descend(counts);
        }
        boolean elsewhere = false;
        for (int i = 0; i < samples; i++) {
            elsewhere |= after[i] == NOT_HERE && ranks[i] + 1 < numbers[i];
            low[i] = found[i] ^ sign();
            next[i] = after[i] == NOT_HERE ? Integer.MAX_VALUE : (found[i] & -DIGITS | after[i]) ^ sign();
        }
        if (elsewhere) {
            reader.each(tile, (keys, count) -> least(keys, count, low, next), check);
        }
    }

    private void count(int[] keys, int count, int shift) {
        int sign = sign();
        for (int from = 0; from < count; from += samples) {
            for (int i = 0; i < samples; i++) {
                int digits = (keys[from + i] ^ sign) >>> shift;
                counts[i * DIGITS + (digits & 0xff)] += digits >>> 8 == found[i] ? 1 : 0;
            }
        }
    }

    /** Says that the next order statistic has other higher digits. */
    private static final int NOT_HERE = -1;

    /** Adds the digit of each sample's order statistic to the ones found, and finds the next one's lowest digit. */
    private void descend(int[] from) {
        for (int i = 0; i < samples; i++) {
            int digit = 0;
            int rank = left[i];
            while (rank >= from[i * DIGITS + digit]) {
                rank -= from[i * DIGITS + digit];
                digit++;
            }
            left[i] = rank;
            found[i] = found[i] << 8 | digit;
            after[i] = rank + 1 < from[i * DIGITS + digit] ? digit : following(from, i * DIGITS, digit);
        }
    }

    private static int following(int[] from, int at, int digit) {
        for (int d = digit + 1; d < DIGITS; d++) {
            if (from[at + d] > 0) {
                return d;
            }
        }
        return NOT_HERE;
    }

    /** Lowers {@code next} to the least key above {@code low}. Leaves those that were found by their digits: they are it. */
    private void least(int[] keys, int count, int[] low, int[] next) {
        for (int from = 0; from < count; from += samples) {
            for (int i = 0; i < samples; i++) {
                int key = keys[from + i];
                next[i] = key > low[i] && after[i] == NOT_HERE ? Math.min(next[i], key) : next[i];
            }
        }
    }
}
