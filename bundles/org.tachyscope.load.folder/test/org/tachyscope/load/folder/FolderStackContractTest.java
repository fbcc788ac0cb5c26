package org.tachyscope.load.folder;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class FolderStackContractTest extends StackContract {

    private final Path folder;

    FolderStackContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected Stack open() throws Exception {
        for (int i = 0; i < 4; i++) {
            int frame = i;
            Images.rgb(folder.resolve(i + ".bmp"), 3, 5, (x, y) -> 0x123456 + 0x010101 * (x + y + frame));
        }
        return Images.open(folder, new FolderLoader().defaults());
    }
}
