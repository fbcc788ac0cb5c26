package org.tachyscope.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.tachyscope.core.Catalog;
import org.tachyscope.ui.api.StackItem;

/** Reduces the active stack by the reductions that the command names, with their defaults; or those that the user picks. */
public final class ReduceHandler extends AbstractHandler {

    private static final String REDUCTIONS = "reductions";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<StackItem> item = Services.workspace().active();
        if (item.isPresent()) {
            Optional<String> ids = Optional.ofNullable(event.getParameter(REDUCTIONS));
            List<Reducing.Choice> choices =
                    ids.isPresent() ? named(ids.get()) : ask(HandlerUtil.getActiveShellChecked(event), item.get());
            if (!choices.isEmpty()) {
                Reducing.start(item.get(), choices);
            }
        }
        return Optional.empty();
    }

    private static List<Reducing.Choice> named(String ids) throws ExecutionException {
        Catalog catalog = Services.catalog();
        try {
            return Stream.of(ids.split(","))
                    .map(id -> Reducing.Choice.of(catalog.reduction(id.strip())))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }

    private static List<Reducing.Choice> ask(Shell shell, StackItem item) {
        var dialog = new ReduceDialog(shell, item, Services.catalog().reductions());
        return dialog.open() == Window.OK ? dialog.choices() : List.of();
    }
}
