package org.tachyscope.load.video;

import java.nio.file.Path;
import org.tachyscope.api.Loader;
import org.tachyscope.contract.LoaderContract;

class VideoLoaderContractTest extends LoaderContract<VideoParams> {

    @Override
    protected Loader<VideoParams> loader() {
        return Videos.loader();
    }

    @Override
    protected Path create(Path folder) throws Exception {
        return Videos.of(7, folder.resolve("numbers.mp4"), "-c:v libx264 -g 4 -bf 1 -pix_fmt yuv420p");
    }
}
