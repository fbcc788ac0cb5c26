package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Workspace;

class OpenStacksTest {

    private final List<Path> asked = new ArrayList<>();
    private final OpenStacks stacks = new OpenStacks(asked::add);
    private final List<String> heard = new ArrayList<>();

    private StackItem add(String name) {
        return stacks.add(name, Fakes.stack(name), Fakes.mapped(), List.of());
    }

    private void listen() {
        stacks.listen(new Workspace.Listener() {
            @Override
            public void added(StackItem item) {
                heard.add("+" + item.name());
            }

            @Override
            public void closed(StackItem item) {
                heard.add("-" + item.name());
            }

            @Override
            public void activated(Optional<StackItem> item) {
                heard.add("=" + item.map(StackItem::name).orElse("none"));
            }
        });
    }

    @Test
    void newStackIsTheActiveOne() {
        listen();
        add("a");
        add("b");
        assertEquals(List.of("+a", "=a", "+b", "=b"), heard);
    }

    @Test
    void takenNameGetsANumber() {
        add("a");
        add("a");
        assertEquals("a 3", add("a").name());
    }

    @Test
    void closingTheActiveOneShowsTheNext() {
        StackItem a = add("a");
        StackItem b = add("b");
        StackItem c = add("c");
        stacks.activate(b);
        listen();
        stacks.close(b);
        assertEquals(List.of("=c", "-b"), heard);
        assertEquals(List.of(a, c), stacks.items());
        stacks.close(c);
        assertEquals(Optional.of(a), stacks.active());
        stacks.close(a);
        assertEquals(Optional.empty(), stacks.active());
    }

    @Test
    void closingAnotherOneLeavesTheActiveOne() {
        StackItem a = add("a");
        StackItem b = add("b");
        listen();
        stacks.close(a);
        assertEquals(List.of("-a"), heard);
        assertEquals(Optional.of(b), stacks.active());
    }

    @Test
    void closedStackIsFreedAndCanNotBeActive() {
        StackItem a = add("a");
        stacks.close(a);
        stacks.close(a);
        assertThrows(IllegalStateException.class, a::hold);
        assertThrows(IllegalArgumentException.class, () -> stacks.activate(a));
    }

    @Test
    void opensThroughItsOpener() {
        stacks.open(Path.of("a.npy"));
        assertEquals(List.of(Path.of("a.npy")), asked);
        assertEquals(List.of(), stacks.items());
    }
}
