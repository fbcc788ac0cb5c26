package org.tachyscope.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.NamesFiles;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;

/** Notes which file it is to take, and takes none. */
@Contribution(id = "noted", label = "Noted")
public final class Noted implements Operation<Noted.Params> {

    /** Names a file. */
    public record Params(@Param(label = "File") Name file) {}

    /** Is written as the file's name. */
    public record Name(String text) implements NamesFiles<Name> {

        /** Takes any text. */
        public static Name parse(String text) {
            return new Name(text);
        }

        @Override
        public Name withFiles(UnaryOperator<String> change) {
            return new Name(change.apply(text));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final List<String> files = new ArrayList<>();

    /** Returns the files so far. */
    public List<String> files() {
        return List.copyOf(files);
    }

    @Override
    public Params defaults() {
        return new Params(new Name("none"));
    }

    @Override
    public Stack apply(Stack input, Params params) {
        files.add(params.file().text());
        return new Fakes.Minus().apply(input, new Fakes.Minus.Params(1));
    }
}
