package org.tachyscope.load.cache;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class CachedStackTest extends StackContract {

    private final Path folder;

    CachedStackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected Stack open() throws Exception {
        return Fake.open(Fake.cache(folder), Fake.source(folder, "a", 1, 2, 3, 4));
    }
}
