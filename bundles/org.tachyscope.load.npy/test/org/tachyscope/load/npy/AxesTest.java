package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Arrays whose axes come in any order give the frames that a person means. */
class AxesTest {

    private final Path folder;

    AxesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<String> orders(String letters) {
        if (letters.isEmpty()) {
            return List.of("");
        }
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            String first = letters.substring(i, i + 1);
            orders(letters.replace(first, "")).forEach(rest -> orders.add(first + rest));
        }
        return orders;
    }

    static List<String> all() {
        List<String> all = new ArrayList<>(orders("THWC"));
        all.addAll(orders("THW"));
        all.addAll(orders("HWC"));
        all.addAll(orders("HW"));
        return all;
    }

    private static int length(char axis) {
        return switch (axis) {
            case 'T' -> 5;
            case 'H' -> 37;
            case 'W' -> 70;
            default -> 3;
        };
    }

    /** Says which value belongs to a place: its index in a stack, whatever the array's order. */
    private static int value(String order, int[] at) {
        int value = 0;
        for (char axis : "THWC".toCharArray()) {
            int place = order.indexOf(axis);
            value = value * (place < 0 ? 1 : length(axis)) + (place < 0 ? 0 : at[place]);
        }
        return value;
    }

    /** Writes an array in the order of its axes, the last one or the first one the fastest. */
    private Path write(String order, String descr, boolean fortran) throws IOException {
        int axes = order.length();
        int[] lengths = order.chars().map(axis -> length((char) axis)).toArray();
        int samples = 1;
        for (int length : lengths) {
            samples *= length;
        }
        int bytes = Integer.parseInt(descr.substring(2));
        ByteBuffer out = ByteBuffer.allocate(samples * bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] at = new int[axes];
        for (int i = 0; i < samples; i++) {
            int rest = i;
            for (int k = 0; k < axes; k++) {
                int axis = fortran ? k : axes - 1 - k;
                at[axis] = rest % lengths[axis];
                rest /= lengths[axis];
            }
            put(out, descr, value(order, at));
        }
        String shape = java.util.Arrays.toString(lengths).replace('[', '(').replace(']', ')');
        return Npy.write(folder.resolve(order + ".npy"), Npy.header(descr, fortran, shape), out.array());
    }

    private static void put(ByteBuffer out, String descr, int value) {
        switch (descr) {
            case "|u1" -> out.put((byte) (value % 251));
            case "<u2" -> out.putShort((short) value);
            case "<f4" -> out.putFloat(value);
            case "<f8" -> out.putDouble(value);
            default -> out.putDouble(value).putDouble(0);
        }
    }

    private void check(String order, String descr, boolean fortran) throws IOException {
        Plan plan = Npy.plan(write(order, descr, fortran), Axes.parse(order));
        try (Stack stack = plan.open(Progress.none())) {
            int frames = order.contains("T") ? 5 : 1;
            assertEquals(new Shape(frames, 37, 70, order.contains("C") ? 3 : 1), stack.shape());
            double[] samples = Npy.samples(stack);
            for (int i = 0; i < samples.length; i++) {
                assertEquals(
                        descr.equals("|u1") ? i % 251 : i & 0xffff, samples[i], order + " " + descr + " sample " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void anyOrderIsRead(String order) throws IOException {
        check(order, "<u2", false);
        check(order, "<u2", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|u1", "<u2", "<f4", "<f8", "<c16"})
    void samplesOfAnySizeAreRead(String descr) throws IOException {
        for (String order : List.of("HWT", "WHTC", "TWH", "CHWT")) {
            check(order, descr, false);
        }
    }

    @Test
    void onlyAnOrderThatIsAStacksIsMapped() throws IOException {
        Path file = write("THWC", "<u2", false);
        assertEquals(Plan.Access.MAPPED, Npy.plan(file, Axes.THWC).cost().access());
        Plan turned = Npy.plan(file, Axes.parse("TWHC"));
        assertEquals(Plan.Access.DECODED, turned.cost().access());
        assertTrue(
                turned.notes()
                        .contains("the array's axes come in another order than a stack's: frames are put in order when"
                                + " read"),
                turned.notes().toString());
        Plan last = Npy.plan(file, Axes.parse("HWCT"));
        assertTrue(
                last.notes().getLast().startsWith("time is the array's fastest axis: "),
                last.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thwc", " HWT ", "auto", "hw"})
    void ordersAreWrittenInAnyCase(String text) {
        assertEquals(
                text.strip().toUpperCase(java.util.Locale.ROOT),
                Axes.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({"THH", "TH", "XYZ", "''", "THWCT", "HWTT"})
    void anythingElseIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Axes.parse(text));
        assertEquals(
                "must be AUTO or an order of H, W and, if they are there, T and C, such as THWC, got \"" + text + "\"",
                e.getMessage());
    }
}
