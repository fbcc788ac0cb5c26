package org.tachyscope.ui.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ui.api.Hold;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Subscription;
import org.tachyscope.ui.api.Workspace;

/** Holds the open stacks of the only window. */
final class OpenStacks implements Workspace {

    private final Consumer<Path> opener;
    private final List<StackItem> items = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Optional<StackItem> active = Optional.empty();

    /** Starts with no stack; {@code opener} opens sources in the background and adds them. */
    OpenStacks(Consumer<Path> opener) {
        this.opener = opener;
    }

    @Override
    public List<StackItem> items() {
        return List.copyOf(items);
    }

    @Override
    public Optional<StackItem> active() {
        return active;
    }

    @Override
    public void activate(StackItem item) {
        if (!items.contains(item)) {
            throw new IllegalArgumentException(item.name() + " is not open");
        }
        show(Optional.of(item));
    }

    @Override
    public void open(Path source) {
        opener.accept(source);
    }

    @Override
    public StackItem add(String name, Stack stack, Residence residence, List<Hold> inputs) {
        StackItem item = new StackItem(unique(name), stack, residence, inputs);
        items.add(item);
        listeners.forEach(listener -> listener.added(item));
        show(Optional.of(item));
        return item;
    }

    @Override
    public void close(StackItem item) {
        int index = items.indexOf(item);
        if (index < 0) {
            return;
        }
        items.remove(index);
        if (active.filter(item::equals).isPresent()) {
            show(items.isEmpty() ? Optional.empty() : Optional.of(items.get(Math.min(index, items.size() - 1))));
        }
        listeners.forEach(listener -> listener.closed(item));
        item.close();
    }

    @Override
    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void show(Optional<StackItem> item) {
        if (!active.equals(item)) {
            active = item;
            listeners.forEach(listener -> listener.activated(item));
        }
    }

    private String unique(String name) {
        List<String> taken = items.stream().map(StackItem::name).toList();
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + " " + i;
        }
        return free;
    }
}
