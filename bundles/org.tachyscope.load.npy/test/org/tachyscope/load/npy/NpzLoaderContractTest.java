package org.tachyscope.load.npy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tachyscope.api.Loader;
import org.tachyscope.contract.LoaderContract;

class NpzLoaderContractTest extends LoaderContract<NpzParams> {

    @Override
    protected Loader<NpzParams> loader() {
        return new NpzLoader();
    }

    @Override
    protected Path create(Path folder) throws Exception {
        return Files.copy(Npy.fixture("packed.npz"), folder.resolve("a.npz"));
    }
}
