package org.tachyscope.ui.views.timeline;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.part.ViewPart;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Subscription;
import org.tachyscope.ui.api.Workspace;
import org.tachyscope.ui.views.Paints;
import org.tachyscope.ui.views.Plays;

/** Moves through the frames of the active stack, and plays them. */
public final class TimelineView extends ViewPart implements Plays {

    private TimelineBar bar;
    private Label place;
    private Button play;
    private Player player;
    private Subscription changes = () -> {};
    private Subscription itemChanges = () -> {};

    @Override
    public void createPartControl(Composite parent) {
        player = new Player(parent.getDisplay(), this::painted, this::playerChanged);
        Composite all = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginHeight = 2;
        all.setLayout(layout);
        addControls(all);
        bar = new TimelineBar(all, this::playOrPause);
        bar.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
        Workspace workspace = getSite().getService(Workspace.class);
        changes = workspace.listen(new Workspace.Listener() {
            @Override
            public void activated(Optional<StackItem> item) {
                show(item);
            }
        });
        show(workspace.active());
    }

    private void addControls(Composite all) {
        play = new Button(all, SWT.PUSH);
        play.setData(Ids.KEY, "timeline.play");
        play.setText("Pause");
        GridData wide = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        wide.widthHint = play.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        play.setLayoutData(wide);
        play.setText("Play");
        play.setToolTipText("Play or pause (Space)");
        play.addListener(SWT.Selection, _ -> playOrPause());
        Spinner fps = new Spinner(all, SWT.BORDER);
        fps.setData(Ids.KEY, "timeline.fps");
        fps.setToolTipText("Frames per second");
        fps.setValues(25, 1, 200, 0, 1, 10);
        fps.addListener(SWT.Selection, _ -> player.rate(fps.getSelection()));
        place = new Label(all, SWT.NONE);
        place.setData(Ids.KEY, "timeline.place");
        place.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    @Override
    public void playOrPause() {
        player.playOrPause();
    }

    private boolean painted() {
        return !(getSite().getPage().findView(Ids.FRAME_VIEW) instanceof Paints frame) || frame.caughtUp();
    }

    private void playerChanged() {
        if (!play.isDisposed()) {
            play.setText(player.playing() ? "Pause" : "Play");
        }
    }

    private void show(Optional<StackItem> item) {
        itemChanges.close();
        itemChanges = () -> {};
        player.show(item);
        bar.show(item);
        play.setEnabled(item.isPresent() && item.get().shape().frames() > 1);
        place.setText(item.map(TimelineView::place).orElse(""));
        item.ifPresent(each -> itemChanges = each.listen((changed, what) -> {
            if (what == StackItem.Change.FRAME) {
                bar.frameChanged();
                place.setText(place(changed));
            }
        }));
    }

    /** Says which frame is looked at, when it was taken and what it is called, as far as that is known. */
    static String place(StackItem item) {
        long frame = item.frame();
        StringBuilder text =
                new StringBuilder("frame " + frame + " / " + (item.shape().frames() - 1));
        item.metadata()
                .timing()
                .seconds(frame)
                .ifPresent(seconds -> text.append(String.format(java.util.Locale.ROOT, "  ·  %.6g s", seconds)));
        if (frame < item.metadata().frameNames().size()) {
            text.append("  ·  ").append(item.metadata().frameNames().get((int) frame));
        }
        return text.toString();
    }

    @Override
    public void setFocus() {
        bar.control().setFocus();
    }

    @Override
    public void dispose() {
        changes.close();
        itemChanges.close();
        if (player != null) {
            player.stop();
        }
        super.dispose();
    }
}
