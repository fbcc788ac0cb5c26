package org.tachyscope.load.video;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class VideoStackContractTest extends StackContract {

    private final Path folder;

    VideoStackContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected Stack open() throws Exception {
        return Videos.open(Videos.of(7, folder.resolve("numbers.mkv"), "-c:v ffv1 -pix_fmt yuv420p10le"));
    }
}
