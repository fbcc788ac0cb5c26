package org.tachyscope.load.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.Progress;
import org.tachyscope.load.folder.Decoder.Decoded;
import org.tachyscope.load.folder.FolderParams.OnError;

/**
 * Knows of a source what its first readable image tells. That image defines the extent and type of the stack.
 *
 * @param listing the images
 * @param broken why the images before the first readable one can't be read; empty unless the first is broken
 * @param first the first readable image
 */
record Survey(Listing listing, List<String> broken, Decoded first) {

    /** Copies the list. */
    Survey {
        broken = List.copyOf(broken);
    }

    /**
     * Decodes images until one succeeds.
     *
     * @throws IOException in one sentence, if none does, or the first doesn't and the user wants to stop then
     */
    static Survey of(Listing listing, FolderParams params, Progress progress) throws IOException {
        List<String> broken = new ArrayList<>();
        try (Decoder decoder = new Decoder(params.channels())) {
            for (int i = 0; i < listing.files().size(); i++) {
                progress.checkCancelled();
                try {
                    return new Survey(
                            listing, broken, decoder.look(listing.files().get(i)));
                } catch (BrokenImage e) {
                    broken.add(e.reason());
                    if (params.onError() == OnError.STOP) {
                        throw new IOException(Sentences.stopped(listing, i, e.reason()));
                    }
                }
            }
        }
        throw new IOException(Sentences.noneReadable(listing, broken.getFirst()));
    }

    /** Returns the name of the image that defines extent and type. */
    String firstName() {
        return listing.name(broken.size());
    }
}
