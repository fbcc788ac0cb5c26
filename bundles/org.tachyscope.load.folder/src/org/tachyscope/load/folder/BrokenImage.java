package org.tachyscope.load.folder;

/** Says in half a sentence why a file gives no frame; whoever catches it puts the file's name in front. */
final class BrokenImage extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenImage(String reason) {
        super(reason);
    }

    /** Returns the half sentence. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
