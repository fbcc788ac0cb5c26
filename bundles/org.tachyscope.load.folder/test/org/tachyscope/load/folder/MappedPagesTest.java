package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class MappedPagesTest extends StackContract {

    private final Path folder;

    MappedPagesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Pages of other sizes between leave gaps. */
    @Override
    protected Stack open() throws Exception {
        Path file = Images.tiff(
                folder.resolve("a.tif"),
                2,
                1,
                8,
                1,
                new byte[] {1, 2},
                new byte[] {3, 4},
                new byte[] {5, 6},
                new byte[] {7, 8});
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(java.nio.file.Files.readAllBytes(file))
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(8 + 126 + 2 + 8, 1); // the second page is one pixel wide
        java.nio.file.Files.write(file, bytes.array());
        Stack stack = Images.open(file, Images.params());
        assertEquals(3, stack.shape().frames());
        return stack;
    }
}
