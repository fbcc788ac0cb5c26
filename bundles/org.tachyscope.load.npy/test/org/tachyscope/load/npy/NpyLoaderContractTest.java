package org.tachyscope.load.npy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tachyscope.api.Loader;
import org.tachyscope.contract.LoaderContract;

class NpyLoaderContractTest extends LoaderContract<NpyParams> {

    @Override
    protected Loader<NpyParams> loader() {
        return new NpyLoader();
    }

    @Override
    protected Path create(Path folder) throws Exception {
        return Files.copy(Npy.fixture("f4le-c.npy"), folder.resolve("a.npy"));
    }
}
