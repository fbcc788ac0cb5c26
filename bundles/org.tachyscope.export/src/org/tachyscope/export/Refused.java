package org.tachyscope.export;

import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;

/** Words the refusal of a content that a format can't hold. */
final class Refused {

    private Refused() {}

    /** Returns an exception that says what {@code format} can hold instead of {@code content}. */
    static IllegalArgumentException content(String format, String holds, Content content) {
        String got = switch (content) {
            case Stack stack -> "a " + stack.type() + " stack of " + stack.shape();
            case Frame frame ->
                "a " + frame.type() + " frame of " + frame.height() + " × " + frame.width() + " × " + frame.channels();
            case Curve curve -> "a curve of " + curve.x().size() + " points";
            case Table table -> "a table of " + table.columns().size() + " columns";
        };
        return new IllegalArgumentException(format + " holds " + holds + ", not " + got);
    }
}
