package org.tachyscope.ui.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.ContentBox;
import org.tachyscope.core.plan.Verdict;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.Choices;
import org.tachyscope.core.recipe.Opened;
import org.tachyscope.core.recipe.Opener;
import org.tachyscope.ui.api.Ids;

/**
 * Shows what was found in a source, what opening it costs and loses, and asks what is taken of it and how. Costs follow every
 * change; nothing is read in the UI thread.
 */
final class OpenDialog extends TitleAreaDialog {

    private static final int PREVIEW_WIDTH = 430;
    private static final int PREVIEW_HEIGHT = 330;

    private final Sources.Planned planned;
    private final Weigher weigher;
    private final String name;
    private Verdict verdict;
    private OpenForm form;
    private OpenPreview preview;
    private Button middle;
    private Label cost;
    private Label budget;
    private Text losses;
    private Later<Verdict> weighing;
    private Later<ImageData> looking;
    private Later<ContentBox> finding;
    private Choices choices = Choices.EVERYTHING;
    private Access access = Access.AUTOMATIC;
    private Optional<Look> shown = Optional.empty();

    /** A frame that is looked at. */
    private record Look(Choices.Turning turning, boolean middle) {}

    /** Prepares to ask about a source whose cost is known as {@code verdict} if everything is taken. */
    OpenDialog(Shell parent, String name, Sources.Planned planned, Weigher weigher, Verdict verdict) {
        super(parent);
        this.name = name;
        this.planned = planned;
        this.weigher = weigher;
        this.verdict = verdict;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Returns what is taken. */
    Choices choices() {
        return choices;
    }

    /** Returns how frames are reached. */
    Access access() {
        return access;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Open " + name);
        shell.setData(Ids.KEY, "open");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var body = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(16, 12)
                .spacing(16, 8)
                .applyTo(body);
        createLook(body);
        createChoices(body);
        weighing = new Later<>(body, "Weighing " + name, this::weighed, this::setErrorMessage);
        looking = new Later<>(body, "Reading a frame of " + name, preview::show, preview::show);
        finding = new Later<>(body, "Looking for the content of " + name, this::found, this::setErrorMessage);
        setTitle("Open " + name);
        setMessage(OpenText.found(planned.plan(), planned.loader().label()));
        look();
        return area;
    }

    private void createLook(Composite body) {
        var column = column(body, true);
        preview = new OpenPreview(column, this::drawn);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(PREVIEW_WIDTH, PREVIEW_HEIGHT)
                .applyTo(preview);
        var which = new Composite(column, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(which);
        var first = frameButton(which, "First frame", "open.first");
        first.setSelection(true);
        middle = frameButton(which, "Middle frame", "open.middle");
        new Label(which, SWT.NONE).setText("Drag on the picture to crop.");
        losses = new Text(column, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        losses.setData(Ids.KEY, "open.losses");
        GridDataFactory.fillDefaults().grab(true, false).hint(PREVIEW_WIDTH, 84).applyTo(losses);
    }

    private Button frameButton(Composite parent, String label, String id) {
        var button = new Button(parent, SWT.RADIO);
        button.setText(label);
        button.setData(Ids.KEY, id);
        button.addListener(SWT.Selection, event -> look());
        return button;
    }

    private static Composite column(Composite body, boolean grows) {
        var column = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(grows, true).applyTo(column);
        GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(column);
        return column;
    }

    private void createChoices(Composite body) {
        var column = column(body, false);
        form = new OpenForm(column, planned.plan().shape(), ways(), this::changed, this::find);
        form.canFind(planned.plan().onDemand().isPresent());
        cost = new Label(column, SWT.WRAP);
        cost.setData(Ids.KEY, "open.cost");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(cost);
        budget = new Label(column, SWT.WRAP);
        budget.setData(Ids.KEY, "open.budget");
        GridDataFactory.fillDefaults().grab(true, true).hint(380, 64).applyTo(budget);
    }

    private List<Access> ways() {
        List<Access> ways = new ArrayList<>(List.of(Access.AUTOMATIC));
        Plan.Access found = planned.plan().cost().access();
        if (found == Plan.Access.MAPPED) {
            ways.add(Access.MAP);
        }
        ways.add(Access.LOAD);
        if (found != Plan.Access.MAPPED && Services.catalog().cache().isPresent()) {
            ways.add(Access.CACHE);
        }
        if (found != Plan.Access.MAPPED && planned.plan().onDemand().isPresent()) {
            ways.add(Access.DECODE);
        }
        return ways;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Open", true).setData(Ids.KEY, "open.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        weighed(verdict);
        drawCrop();
    }

    /** Follows a change of the fields. */
    private void changed() {
        choices = form.choices();
        access = form.access();
        drawCrop();
        look();
        Choices wanted = choices;
        Access way = access;
        int percent = form.percent();
        weighing.ask(progress -> weigher.weigh(planned, wanted, way, percent));
    }

    private void drawCrop() {
        Box whole = form.wholeFrame();
        preview.show(form.crop(), whole.width(), whole.height());
    }

    private void drawn(Box box) {
        form.showCrop(box);
    }

    private void weighed(Verdict found) {
        verdict = found;
        setErrorMessage(null);
        cost.setText(OpenText.cost(found));
        budget.setText(OpenText.budget(found));
        losses.setText(OpenText.details(found, planned.plan().notes()));
        budget.setForeground(found.fits() ? null : StackLabels.AMBER);
        getButton(IDialogConstants.OK_ID).setEnabled(found.fits());
        cost.getParent().layout();
    }

    @Override
    public void setErrorMessage(@Nullable String message) {
        super.setErrorMessage(message);
        Optional.ofNullable(getButton(IDialogConstants.OK_ID)).ifPresent(button -> button.setEnabled(message == null));
    }

    /** Reads the frame to look at, unless it is there. */
    private void look() {
        Optional<Look> wanted = Optional.of(new Look(choices.turning(), middle.getSelection()));
        if (planned.plan().onDemand().isEmpty()) {
            preview.show("No preview: frames can't be read one by one.");
        } else if (!shown.equals(wanted)) {
            shown = wanted;
            long index = middle.getSelection() ? planned.plan().shape().frames() / 2 : 0;
            Choices turned = choices.withFrames(Choices.Frames.ALL).turnsOnly();
            looking.ask(progress -> picture(turned, index, progress));
        }
    }

    private ImageData picture(Choices turned, long index, Progress progress) throws IOException {
        try (Opened opened = turnedStack(turned, progress);
                Cursor cursor = opened.stack().cursor()) {
            return PreviewImage.of(cursor.frame(index));
        }
    }

    private Opened turnedStack(Choices turned, Progress progress) throws IOException {
        return new Opener(Services.catalog(), 1).open(planned, turned, Access.DECODE, progress);
    }

    private void find() {
        Choices turned = choices.turnsOnly();
        finding.ask(progress -> {
            try (Opened opened = turnedStack(turned, progress)) {
                return ContentBox.of(opened.stack(), progress);
            }
        });
    }

    private void found(ContentBox found) {
        form.showCrop(found.box());
        setMessage("The crop " + found.words() + ".");
    }

    @Override
    protected void okPressed() {
        MemoryShare.remember(form.percent());
        super.okPressed();
    }
}
