package org.tachyscope.core;

/**
 * Names a contribution or a plug-in that was set aside.
 *
 * @param name id, class or bundle, whichever is known
 * @param bundle the bundle it comes from
 * @param reason why, in one sentence
 */
public record Broken(String name, String bundle, String reason) {

    /** Returns one sentence for a person. */
    @Override
    public String toString() {
        return name.equals(bundle) ? name + ": " + reason : name + " of " + bundle + ": " + reason;
    }
}
