package org.tachyscope.load.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Tells files apart from what they were when somebody looked at them.
 *
 * @param bytes size
 * @param modified when they were last written
 */
record Stamp(long bytes, FileTime modified) {

    /** Stands for a file that nobody looked at. */
    static final Stamp NONE = new Stamp(-1, FileTime.fromMillis(0));

    /**
     * Looks at a file.
     *
     * @throws BrokenImage if it isn't there
     */
    static Stamp of(Path file) throws BrokenImage {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            throw new BrokenImage(FileBytes.why(file, e));
        }
    }

    /**
     * Refuses a file that was written since, whose headers may be others now.
     *
     * @throws BrokenImage if it was, or isn't there any more
     */
    void refuseChanged(Path file) throws BrokenImage {
        if (!equals(NONE) && !equals(of(file))) {
            throw new BrokenImage("changed after it was looked at, open it again");
        }
    }
}
