package org.tachyscope.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;

/**
 * Checks the rules of {@link Loader} and of the stacks it opens.
 *
 * @param <P> the loader's parameters
 */
public abstract class LoaderContract<P extends Record> {

    /** Returns the loader under test. */
    protected abstract Loader<P> loader();

    /** Creates a small source of at least three frames in {@code folder} and returns it. */
    protected abstract Path create(Path folder) throws Exception;

    /** Tells whether opening decodes, so that a user can cancel it. */
    protected boolean decodes() {
        return true;
    }

    @Test
    void recognisesItsOwn(@TempDir Path folder) throws Exception {
        int score = loader().score(Probe.of(create(folder)));
        assertTrue(score > Loader.NO && score <= Loader.CERTAIN, "score " + score);
    }

    @Test
    void leavesTextToOthers(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear reader,\n");
        assertEquals(Loader.NO, loader().score(Probe.of(text)));
    }

    @Test
    void leavesAnEmptyFileToOthersOrRefusesIt(@TempDir Path folder) throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.dat"));
        assertEquals(Loader.NO, loader().score(Probe.of(empty)));
    }

    @Test
    void opensWhatItPlanned(@TempDir Path folder) throws Exception {
        Plan plan = plan(create(folder));
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(plan.shape(), stack.shape());
            assertEquals(plan.type(), stack.type());
            assertTrue(stack.metadata().losses().containsAll(plan.losses()), "the plan's losses stay known");
            assertTrue(plan.cost().memoryBytes() >= 0 && plan.cost().readBytes() >= 0, "costs are stated");
        }
    }

    @Test
    void stackFollowsTheRulesOfStacks(@TempDir Path folder) throws Exception {
        try (Stack stack = plan(create(folder)).open(Progress.none())) {
            StackRules.check(stack);
        }
    }

    @Test
    void pathsMayHaveSpacesAndUmlauts(@TempDir Path folder) throws Exception {
        Path awkward = Files.createDirectory(folder.resolve("Messung 3 für Jörg ✓"));
        try (Stack stack = plan(create(awkward)).open(Progress.none())) {
            StackRules.check(stack);
        }
    }

    @Test
    void opensTwiceTheSame(@TempDir Path folder) throws Exception {
        Path source = create(folder);
        try (Stack one = plan(source).open(Progress.none());
                Stack other = plan(source).open(Progress.none())) {
            StackRules.assertSameFrames(one, other);
        }
    }

    @Test
    void decodesOnDemandWhatItOpens(@TempDir Path folder) throws Exception {
        Plan plan = plan(create(folder));
        Optional<Plan> onDemand = plan.onDemand();
        if (onDemand.isPresent()) {
            assertEquals(0, onDemand.get().cost().memoryBytes(), "frames on demand aren't kept");
            try (Stack whole = plan.open(Progress.none());
                    Stack parts = onDemand.get().open(Progress.none())) {
                StackRules.check(parts);
                StackRules.assertSameFrames(whole, parts);
                assertTrue(parts.metadata().losses().containsAll(plan.losses()), "the plan's losses stay known");
            }
        }
    }

    @Test
    void growsToWhatItOpens(@TempDir Path folder) throws Exception {
        Plan plan = plan(create(folder));
        try (Stack whole = plan.open(Progress.none());
                Stack growing = plan.openGrowing(Progress.none())) {
            assertEquals(plan.shape(), growing.shape());
            StackRules.assertSameFrames(whole, growing);
            growing.prepare(Progress.none());
            for (long t = 0; t < growing.shape().frames(); t++) {
                assertTrue(growing.loaded(t), "frame " + t + " is there when all are");
            }
            StackRules.check(growing);
            assertTrue(growing.metadata().losses().containsAll(plan.losses()), "the plan's losses stay known");
        }
    }

    @Test
    void namesAMissingSource(@TempDir Path folder) {
        Path missing = folder.resolve("nothing-here.dat");
        IOException error = assertThrows(IOException.class, () -> plan(missing));
        assertNotNull(error.getMessage());
        assertTrue(error.getMessage().contains("nothing-here.dat"), error.getMessage());
    }

    @Test
    void stopsWhenCancelled(@TempDir Path folder) throws Exception {
        if (decodes()) {
            Plan plan = plan(create(folder));
            assertThrows(
                    CancellationException.class, () -> plan.open(cancelled()).close());
        }
    }

    private Plan plan(Path source) throws IOException {
        return loader().plan(source, loader().defaults(), Progress.none());
    }

    static Progress cancelled() {
        return new Progress() {
            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
    }
}
