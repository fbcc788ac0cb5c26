package org.tachyscope.load.folder;

import java.util.List;

/**
 * Tells of files in a folder that belong together.
 *
 * @param id what the user calls the group
 * @param type what a person calls the format
 * @param size of the pictures, {@code mixed}, or empty if unknown
 * @param files indices in the listing, in order
 * @param numbers what counts them
 * @param readable whether the headers of at least one file make sense
 */
record Group(String id, String type, String size, List<Integer> files, Numbers numbers, boolean readable) {

    /** Copies the list. */
    Group {
        files = List.copyOf(files);
    }
}
