package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class RawFileTest {

    private final Path folder;

    RawFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** 3 frames of 2 × 2 behind 6 bytes: 0x0102 0x0104 …; what the two bytes mean says the geometry. */
    @ParameterizedTest
    @CsvSource({
        "u16, big, MAPPEDNOT, 258, 280",
        "u16, little, MAPPED, 513, 6145",
        "i16, little, MAPPEDNOT, 513, 6145",
    })
    void aFileIsManyFrames(String type, String order, String access, double first, double last) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(6 + 24).position(6);
        for (int i = 0; i < 12; i++) {
            bytes.put((byte) 1).put((byte) (2 * i + 2));
        }
        Path file = Files.write(folder.resolve("camera.dump"), bytes.array());
        FolderParams params =
                Images.params("raw.width=2", "raw.height=2", "raw.type=" + type, "raw.order=" + order, "raw.header=6");
        Plan plan = Images.plan(file, params);
        assertEquals(access.equals("MAPPED"), plan.cost().access() == Plan.Access.MAPPED);
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(new Shape(3, 2, 2, 1), stack.shape());
            assertEquals(type.equals("u16") ? PixelType.U16 : PixelType.F32, stack.type());
            assertEquals(first, Images.sample(stack, 0, 0, 0, 0));
            assertEquals(last, Images.sample(stack, 2, 1, 1, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"u8, 1, 200", "i8, 1, -56", "u32, 4, 3000000000", "i32, 4, -3", "f32, 4, 0.5", "f64, 8, -0.25"})
    void everyTypeKeepsItsValues(String type, int bytes, double value) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case "u8", "i8" -> out.put((byte) (int) value);
            case "u32", "i32" -> out.putInt((int) (long) value);
            case "f32" -> out.putFloat((float) value);
            default -> out.putDouble(value);
        }
        for (int i = 0; i < 2; i++) {
            Files.write(folder.resolve("f" + i + ".raw"), out.array());
        }
        try (Stack stack = Images.open(folder, Images.params("raw.width=1", "raw.height=1", "raw.type=" + type))) {
            assertEquals(2, stack.shape().frames());
            assertEquals((float) value, (float) Images.sample(stack, 1, 0, 0, 0));
        }
    }

    @Test
    void aRestIsADamagedFrame() throws IOException {
        Path file = Files.write(folder.resolve("a.raw"), new byte[11]);
        Plan plan = Images.plan(file, Images.params("raw.width=2", "raw.height=2"));
        assertEquals(2, plan.shape().frames());
        assertEquals(
                List.of(new Loss(
                        Loss.Kind.SKIPPED,
                        1,
                        "1 of 3 pictures can't be read or doesn't fit and was left out: a.raw, page 3 (truncated: its"
                                + " samples go on behind byte 11)")),
                plan.losses());
    }

    @Test
    void theGeometryIsAskedFor() throws IOException {
        Path file = Files.write(folder.resolve("a.raw"), new byte[11]);
        IOException error = assertThrows(IOException.class, () -> Images.plan(file, Images.params()));
        assertEquals(file + ": raw samples: state raw.width, raw.height and raw.type", error.getMessage());
        IOException large =
                assertThrows(IOException.class, () -> Images.plan(file, Images.params("raw.width=4", "raw.height=4")));
        assertEquals(file + ": truncated: a frame needs 16 bytes, behind the header are 11", large.getMessage());
    }
}
