package org.tachyscope.load.video;

import java.io.IOException;

/** Says that a frame is damaged beyond what the decoder can make a picture of. */
final class Undecodable extends IOException {

    private static final long serialVersionUID = 1;

    Undecodable(String sentence) {
        super(sentence);
    }
}
