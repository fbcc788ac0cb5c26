package org.tachyscope.load.npy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tachyscope.api.Loader;
import org.tachyscope.contract.LoaderContract;

class RawLoaderContractTest extends LoaderContract<RawLoader.Params> {

    @Override
    protected Loader<RawLoader.Params> loader() {
        return new RawLoader();
    }

    @Override
    protected Path create(Path folder) throws Exception {
        Files.writeString(folder.resolve("a.json"), "{\"width\": 3, \"height\": 2, \"type\": \"u2\"}");
        return Files.write(folder.resolve("a.raw"), new byte[48]);
    }
}
