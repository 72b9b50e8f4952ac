package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import live.onair.cdn.CdnRows.BranchShares;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Cdns;
import live.onair.cdn.Steering;
import live.onair.cdn.Steering.CdnCost;
import live.onair.cdn.Steering.CdnLoad;
import live.onair.cdn.Steering.MovePlan;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.PlanSheet;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Plans a move of viewers and makes it: what it would do stands there before the button can be pressed. */
public final class MoveDialog {

    private static final List<Integer> PAUSES = List.of(0, 30, 60, 300);

    private final transient Steering steering;
    private final Select<String> from = new Select<>();
    private final Select<String> to = new Select<>();
    private final Select<String> show = new Select<>();
    private final Select<String> branch = new Select<>();
    private final RadioButtonGroup<Integer> percent = new RadioButtonGroup<>(Texts.of("cdn.move.percent"));
    private final Select<Integer> pause = new Select<>();
    private final TextField reason = new TextField(Texts.of("cdn.move.reason"));

    private MoveDialog(Steering steering, List<Cdn> cdns) {
        this.steering = steering;
        List<String> ids =
                cdns.stream().filter(cdn -> !cdn.retired()).map(Cdn::id).toList();
        choice(from, "move-from", "cdn.move.from", ids, null);
        choice(to, "move-to", "cdn.move.to", ids, "cdn.others");
        choice(
                show,
                "move-show",
                "cdn.move.show",
                steering.shows().stream().map(ShowShares::show).toList(),
                "cdn.allShows");
        choice(
                branch,
                "move-branch",
                "cdn.move.branch",
                steering.branches().stream().map(BranchShares::branch).toList(),
                "cdn.allBranches");
        ids.stream().findFirst().ifPresent(from::setValue);
        stages();
        reason.setId("move-reason");
        reason.setWidthFull();
        reason.setMaxLength(200);
    }

    private void stages() {
        percent.setId("move-percent");
        percent.setItems(5, 25, 100);
        percent.setItemLabelGenerator(one -> Texts.of("cdn.stage", one));
        percent.setValue(5);
        pause.setId("move-pause");
        pause.setLabel(Texts.of("cdn.move.pause"));
        pause.setItems(PAUSES);
        pause.setItemLabelGenerator(
                seconds -> seconds == 0 ? Texts.of("cdn.move.byHand") : Texts.of("cdn.move.every", seconds));
        pause.setValue(0);
        pause.setHelperText(Texts.of("cdn.move.pause.help"));
    }

    private static void choice(
            Select<String> select, String id, String label, List<String> items, @Nullable String all) {
        select.setId(id);
        select.setLabel(Texts.of(label));
        select.setItems(items);
        if (all != null) {
            select.setEmptySelectionAllowed(true);
            select.setEmptySelectionCaption(Texts.of(all));
        }
        select.setItemLabelGenerator(one -> one == null ? Texts.of(all == null ? label : all) : CdnWords.branch(one));
    }

    static void open(Steering steering, Cdns cdns, Runnable done) {
        new MoveDialog(steering, cdns.list()).show(done);
    }

    /** Opens it for such a move away from a CDN: what is to be done else is chosen there. */
    public static void away(Steering steering, Cdns cdns, MoveTerms terms, Runnable done) {
        MoveDialog dialog = new MoveDialog(steering, cdns.list());
        dialog.from.setValue(terms.from());
        dialog.show.setValue(terms.show());
        dialog.branch.setValue(terms.branch());
        dialog.percent.setValue(terms.percent());
        dialog.show(done);
    }

    private void show(Runnable done) {
        PlanSheet sheet = new PlanSheet(
                Actions.label(Steering.class, "steering.plan"),
                Actions.label(Steering.class, "steering.move"),
                this::plan,
                hash -> move(hash, done));
        sheet.with(
                Parts.box("row on-wrap", from, to),
                Parts.box("row on-wrap", show, branch),
                Parts.box("row on-wrap", percent, pause),
                reason);
        List.of(from, to, show, branch).forEach(select -> select.addValueChangeListener(e -> sheet.renew()));
        percent.addValueChangeListener(e -> sheet.renew());
        pause.addValueChangeListener(e -> sheet.renew());
        sheet.named("move-act").shown();
    }

    private MoveTerms terms() {
        String source = from.getValue();
        return new MoveTerms(
                source == null ? "" : source,
                to.getValue(),
                show.getValue(),
                branch.getValue(),
                percent.getValue(),
                pause.getValue() == 0 ? null : pause.getValue());
    }

    private Outcome<ViewerMove> move(String hash, Runnable done) {
        Outcome<ViewerMove> moved = steering.move(terms(), hash, reason.getValue());
        if (moved.isDone()) {
            Parts.done(Texts.of("cdn.move.done"));
            done.run();
        }
        return moved;
    }

    private Outcome<PlanSheet.Shown> plan() {
        return steering.plan(terms()).map(plan -> new PlanSheet.Shown(plan.hash(), read(plan)));
    }

    private static Div read(MovePlan plan) {
        Div box = Parts.box("on-plan");
        box.setId("move-plan");
        plan.branches()
                .forEach(one -> box.add(Sheet.line(
                        "sheet.change",
                        CdnWords.branch(one.branch()) + ": " + ShareBar.words(one.before()) + " → "
                                + ShareBar.words(one.after()))));
        Integer pause = plan.terms().advanceSeconds();
        if (pause != null) {
            box.add(Sheet.line("sheet.change", Texts.of("cdn.plan.stages", pause)));
        }
        box.add(Sheet.line(
                "sheet.hurts",
                plan.shows().isEmpty()
                        ? Texts.of("cdn.plan.noShow")
                        : Texts.of("cdn.plan.shows", String.join(", ", plan.shows()), plan.followSeconds())));
        Integer viewers = plan.viewers();
        box.add(Sheet.line(
                "sheet.hurts",
                viewers == null ? Texts.of("cdn.plan.viewers.unknown") : Texts.of("cdn.plan.viewers", viewers)));
        plan.cdns().forEach(cdn -> carries(box, cdn));
        costs(box, plan);
        box.add(Sheet.line("sheet.back", Texts.of("cdn.plan.back")));
        return box;
    }

    private static void costs(Div box, MovePlan plan) {
        BigDecimal dearer = plan.wonPerTerabyte();
        box.add(Sheet.line(
                "cdn.plan.cost",
                dearer == null
                        ? Texts.of("cdn.plan.cost.unknown")
                        : Texts.of(
                                "cdn.plan.cost.is", (dearer.signum() < 0 ? "-" : "+") + CdnWords.won(dearer.abs()))));
        Money hour = plan.wonPerHour();
        if (hour != null) {
            box.add(Sheet.line("cdn.plan.cost", CdnWords.hour(hour)));
        } else if (dearer != null) {
            box.add(Sheet.line("cdn.plan.cost", Texts.of("cdn.plan.cost.hour.unknown")));
        }
    }

    private static void carries(Div box, CdnCost cdn) {
        String unknown = Texts.of("cdn.unknown");
        Integer capacity = cdn.capacityMbps();
        Long commitment = cdn.commitmentGb();
        CdnLoad load = cdn.load();
        String most = capacity == null ? unknown : Texts.of("cdn.mbps", capacity);
        String committed = commitment == null ? unknown : Texts.of("cdn.gb", commitment);
        box.add(Sheet.line(
                "cdn.plan.cdn",
                Texts.of("cdn.plan.cdn.is", cdn.cdn(), CdnWords.price(cdn.price()))
                        + (cdn.paid() ? " · " + Texts.of("cdn.choice.free") : "")
                        + " · "
                        + (load == null
                                ? Texts.of("cdn.plan.load.unknown", most, committed)
                                : Texts.of(
                                        "cdn.plan.load",
                                        load.mbpsNow(),
                                        load.mbpsAfter(),
                                        most,
                                        load.monthGb().setScale(0, RoundingMode.HALF_UP),
                                        committed,
                                        load.gbPerHour()))));
        if (cdn.isTooMuch()) {
            box.add(Parts.state("fault q", "fault", Texts.of("cdn.plan.tooMuch", cdn.cdn(), most)));
        }
    }
}
