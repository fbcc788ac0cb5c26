package org.tachyscope.core;

/**
 * Describes one contribution of a plug-in that works.
 *
 * @param id its name for good, as in recipes and on the command line
 * @param label what a person reads
 * @param group the part of a menu it belongs to, or empty
 * @param bundle the bundle it comes from
 * @param service the contribution itself
 */
public record Contributed<S>(String id, String label, String group, String bundle, S service) {}
