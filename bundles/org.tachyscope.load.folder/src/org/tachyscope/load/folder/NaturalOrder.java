package org.tachyscope.load.folder;

/**
 * Orders names the way a person counts: {@code img9} before {@code img10}.
 *
 * <p>Runs of the digits 0 … 9 compare as numbers of any length, everything else letter by letter, ignoring case. Names that
 * are equal that way come with fewer leading zeros first ({@code a1}, {@code a01}), then by their code units, so that only
 * equal names compare as equal. Digits of other scripts are letters.
 */
final class NaturalOrder {

    private NaturalOrder() {}

    /** Compares two names as {@link java.util.Comparator} does. */
    static int compare(String a, String b) {
        int zeros = 0;
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (digit(a, i) && digit(b, j)) {
                int startA = skipZeros(a, i);
                int startB = skipZeros(b, j);
                int endA = skipDigits(a, startA);
                int endB = skipDigits(b, startB);
                int order = compareNumbers(a, startA, endA, b, startB, endB);
                if (order != 0) {
                    return order;
                }
                zeros = zeros != 0 ? zeros : Integer.compare(startA - i, startB - j);
                i = endA;
                j = endB;
            } else {
                int order = Character.compare(fold(a.charAt(i++)), fold(b.charAt(j++)));
                if (order != 0) {
                    return order;
                }
            }
        }
        int length = Integer.compare(a.length() - i, b.length() - j);
        return length != 0 ? length : zeros != 0 ? zeros : a.compareTo(b);
    }

    private static int compareNumbers(String a, int startA, int endA, String b, int startB, int endB) {
        int order = Integer.compare(endA - startA, endB - startB);
        for (int k = 0; order == 0 && k < endA - startA; k++) {
            order = Character.compare(a.charAt(startA + k), b.charAt(startB + k));
        }
        return order;
    }

    /** Stops at the end of the zeros: a number of zeros alone has no digits left, which is the least number. */
    private static int skipZeros(String s, int from) {
        int i = from;
        while (i < s.length() && s.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int skipDigits(String s, int from) {
        int i = from;
        while (i < s.length() && digit(s, i)) {
            i++;
        }
        return i;
    }

    private static boolean digit(String s, int i) {
        return s.charAt(i) >= '0' && s.charAt(i) <= '9';
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
