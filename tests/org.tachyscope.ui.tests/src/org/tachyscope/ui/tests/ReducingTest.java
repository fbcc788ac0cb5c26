package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;

@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class ReducingTest {

    @TempDir
    Path folder;

    @AfterEach
    void closeAll() {
        Desk.clear();
    }

    private StackItem ramp() throws IOException {
        Desk.command("openFile", Map.of("path", Samples.npy(folder, "ramp.npy").toString()));
        return Desk.opened("ramp.npy");
    }

    @Test
    void pickedReductionsBecomeStacks() throws IOException {
        ramp();
        Desk.press(Hands.find("stacks.list"));
        Hands.chord(SWT.CTRL, 'r');
        Desk.press(Hands.find("reduce.mean"));
        Desk.press(Hands.find("reduce.max"));
        Desk.press(Hands.find("reduce.ok"));
        // Frames hold 10 t + column for t = 0 … 4: the mean over time is 20 + column, the maximum 40 + column.
        StackItem mean = Desk.opened("ramp mean");
        assertEquals(PixelType.F32, mean.type());
        assertEquals(23, Desk.sample(mean, 0, 39, 3));
        assertEquals(43, Desk.sample(Desk.opened("ramp max"), 0, 39, 3));
    }

    @Test
    void standardDeviationIsThatOfThePopulation() throws IOException {
        ramp();
        Desk.command("reduce", Map.of("reductions", "std"));
        // 0, 10, 20, 30, 40: squared deviations 400 + 100 + 0 + 100 + 400 = 1000, a fifth of it is 200.
        assertEquals(Math.sqrt(200), Desk.sample(Desk.opened("ramp std"), 0, 0, 0), 1e-6);
    }

    @Test
    void curveIsShownWithItsNumbers() throws IOException {
        ramp();
        Desk.command("reduce", Map.of("reductions", "roi-mean"));
        Hands.find("numbers.chart");
        Table table = (Table) Hands.find("numbers.table");
        // One pixel at the top left, which is 10 t.
        assertEquals(5, Hands.ask(table::getItemCount));
        assertEquals(
                List.of("4", "40"),
                Hands.ask(() ->
                        List.of(table.getItem(4).getText(0), table.getItem(4).getText(1))));
        Hands.act(() -> table.getShell().close());
    }

    @Test
    void resultOutlivesWhatItWasMadeFrom() throws IOException {
        StackItem ramp = ramp();
        Desk.command("apply", Map.of("operation", "invert"));
        StackItem inverted = Desk.opened("ramp invert");
        Hands.act(() -> Desk.workspace().close(ramp));
        assertEquals(List.of("ramp invert"), Desk.names());
        assertEquals(255 - 43, Desk.sample(inverted, 4, 0, 3));
    }

    @Test
    void cancelledReductionKeepsWhatItHas() throws Exception {
        var slow = new SlowStack();
        Hands.act(() -> Desk.workspace().add("slow", slow, Residence.computed(), List.of()));
        Desk.command("reduce", Map.of("reductions", "max"));
        slow.awaitFrames(100);
        Job job = reducing();
        long start = System.nanoTime();
        job.cancel();
        job.join(TimeUnit.SECONDS.toMillis(10), null);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertTrue(millis < 200 + SlowStack.SLACK_MILLIS, "cancelling took " + millis + " ms");
        StackItem partial = Desk.opened("slow max (partial)");
        assertEquals(7, Desk.sample(partial, 0, 1, 1));
        Loss loss = partial.metadata().losses().getFirst();
        assertEquals(Loss.Kind.PARTIAL, loss.kind());
        assertTrue(loss.count() > 0 && loss.count() < SlowStack.SHAPE.frames(), loss.toString());
        Hands.until("the badge", () -> Desk.rows().getLast().endsWith(" missing"));
    }

    private static Job reducing() {
        Optional<Job> job = Stream.of(Job.getJobManager().find(null))
                .filter(candidate -> candidate.getName().equals("Maximum of slow"))
                .findFirst();
        return job.orElseThrow(() -> new AssertionError("no job reduces slow"));
    }
}
