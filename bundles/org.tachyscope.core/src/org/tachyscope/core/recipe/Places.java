package org.tachyscope.core.recipe;

/**
 * Names the places of a recipe in messages: field paths for a recipe that came from a file, otherwise ids.
 *
 * @param file the recipe's file name, or empty
 */
record Places(String file) {

    /** Names a field that has no id of its own. */
    String field(String path) {
        return file.isEmpty() ? path : file + ": " + path;
    }

    /** Names the id of a step; nothing where the id itself says enough. */
    String id(String list, int index) {
        return file.isEmpty() ? "" : file + ": " + list + "[" + index + "].id";
    }

    /** Names the parameters of a step. */
    String params(String list, int index, String id) {
        return file.isEmpty() ? id : file + ": " + list + "[" + index + "].params";
    }
}
