package org.tachyscope.load.folder;

import java.nio.file.Path;
import org.tachyscope.api.Loader;
import org.tachyscope.contract.LoaderContract;

class FolderLoaderContractTest extends LoaderContract<FolderParams> {

    @Override
    protected Loader<FolderParams> loader() {
        return new FolderLoader();
    }

    @Override
    protected Path create(Path folder) throws Exception {
        for (int i = 0; i < 12; i++) {
            int frame = i;
            Images.gray(folder.resolve("frame " + i + ".png"), 7, 5, (x, y) -> 20 * frame + 3 * y + x);
        }
        return folder;
    }
}
