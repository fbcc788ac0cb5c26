package org.tachyscope.load.folder;

/** Says in half a sentence why a file gives no frame; whoever catches it puts the file's name in front. */
final class BrokenImage extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    BrokenImage(String reason) {
        this(reason.startsWith("truncated") ? Problem.TRUNCATED : Problem.UNREADABLE, reason);
    }

    BrokenImage(Problem problem, String reason) {
        super(reason);
        this.problem = problem;
    }

    /** Returns the kind of problem. */
    Problem problem() {
        return problem;
    }

    /** Returns the half sentence. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
