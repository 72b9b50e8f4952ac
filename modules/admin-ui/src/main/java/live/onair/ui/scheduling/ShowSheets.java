package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels.Input;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Lifecycle.Confirmed;
import live.onair.scheduling.Lifecycle.Planned;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.PlanCalls;
import live.onair.ui.PlanSheet;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The sheets before what cuts a live show short for its viewers: what changes, whom it hurts, how it is taken back, and
 * the exact calls. The press takes the plan that was shown with it.
 */
final class ShowSheets {

    private ShowSheets() {}

    /** Carries out what was confirmed. */
    interface Act extends Function<Confirmed, Outcome<?>> {}

    static void stop(Lifecycle lifecycle, ShowRows.Show show, String hurts, Act act) {
        open(
                lifecycle,
                new Of(Actions.label(Lifecycle.class, "shows.stop"), show.id(), show.id(), Press.STOP),
                act,
                sheet -> sheet.plan(
                        Badges.word(show.state()), Texts.of("sheet.stop.after"), hurts, Texts.of("sheet.stop.back")));
    }

    static void slate(Lifecycle lifecycle, ShowRows.Show show, String hurts, Act act) {
        open(
                lifecycle,
                new Of(Actions.label(Lifecycle.class, "shows.slateOn"), show.id(), show.id(), Press.SLATE_ON),
                act,
                sheet -> sheet.plan(
                        Texts.of("sheet.slate.before"),
                        Texts.of("sheet.slate.after"),
                        hurts,
                        Texts.of("sheet.slate.back")));
    }

    /** Where the channel cannot blur, the sheet says what comes instead. */
    static void blur(Lifecycle lifecycle, ShowRows.Show show, String hurts, Act act) {
        boolean blurs = show.airtime().blurs();
        open(
                lifecycle,
                new Of(Actions.label(Lifecycle.class, "shows.blurOn"), show.id(), show.id(), Press.BLUR_ON),
                act,
                sheet -> sheet.plan(
                        Texts.of("sheet.slate.before"),
                        Texts.of(blurs ? "sheet.blur.after" : "sheet.blur.instead"),
                        hurts,
                        Texts.of(blurs ? "sheet.blur.back" : "sheet.blur.insteadBack")));
    }

    /** Another input of the channel that carries the show. */
    static void input(Lifecycle lifecycle, String channel, String show, Input to, Act act) {
        Input from = to == Input.A ? Input.B : Input.A;
        Press press = to == Input.A ? Press.INPUT_A : Press.INPUT_B;
        open(
                lifecycle,
                new Of(Texts.of("inputs.to", to.name()), channel, show, press),
                act,
                sheet -> sheet.plan(
                        Texts.of("inputs.plan.sent", from.name()),
                        Texts.of("inputs.plan.sent", to.name()),
                        Texts.of("inputs.plan.hurts"),
                        Texts.of("inputs.plan.back")));
    }

    /** A rehearsal protects nobody and harms nobody: its plan is all there is to confirm. */
    static void rehearse(Lifecycle lifecycle, ShowRows.Show show, Function<String, Outcome<?>> act) {
        String verb = Actions.label(Lifecycle.class, "shows.rehearse");
        PlanSheet sheet = new PlanSheet(
                verb + " · " + show.title(),
                verb,
                () -> lifecycle
                        .plan(show.id(), Press.REHEARSE, null)
                        .map(plan -> new PlanSheet.Shown(plan.hash(), read(plan))),
                act);
        sheet.with(Parts.box(
                        "on-plan",
                        Sheet.line("sheet.change", Badges.word(show.state()) + " → " + Texts.of("rehearse.after")),
                        Sheet.line("sheet.hurts", Texts.of("rehearse.hurts")),
                        Sheet.line("sheet.back", Texts.of("rehearse.back"))))
                .shown();
    }

    /** A replay goes: with the reason, and the plan that was shown. */
    static void withdraw(Lifecycle lifecycle, ShowRows.Show show, BiFunction<String, String, Outcome<?>> act) {
        String verb = Actions.label(Lifecycle.class, "shows.withdrawReplay");
        TextArea reason = new TextArea(Texts.of("reason.optional"));
        reason.setId("reason");
        reason.setWidthFull();
        reason.setMaxLength(500);
        Help.on(reason, "reason");
        new PlanSheet(
                        verb + " · " + show.title(),
                        verb,
                        () -> lifecycle
                                .plan(show.id(), Press.WITHDRAW, null)
                                .map(plan -> new PlanSheet.Shown(plan.hash(), read(plan))),
                        plan -> act.apply(reason.getValue(), plan))
                .named("reason-done")
                .with(reason)
                .shown();
    }

    /** What is pressed, and what has to be typed for it. */
    private record Of(String title, String id, String show, Press press) {}

    private static void open(Lifecycle lifecycle, Of of, Act act, Function<Sheet, Sheet> words) {
        AtomicReference<@Nullable String> hash = new AtomicReference<>();
        Sheet sheet = new Sheet(
                of.title(), of.id(), (typed, reason) -> act.apply(new Confirmed(of.id(), typed, reason, hash.get())));
        Sheet filled = words.apply(sheet);
        Div calls = Parts.box("col", Parts.text(Texts.of("plan.making"), "c2", "t13"));
        filled.add(calls);
        filled.open();
        // a backend may take seconds to be looked at: whoever needs the slate now has the sheet at once
        calls.getElement().executeJs("return true").then(shown -> {
            Outcome<Planned> planned = lifecycle.plan(of.show(), of.press(), null);
            // what is only assumed is nothing to go by
            if (planned.isDone() && planned.orThrow().seenAt() != null) {
                hash.set(planned.orThrow().hash());
            }
            calls.removeAll();
            calls.add(calls(planned));
        });
    }

    /** The calls; when they cannot be planned, why. */
    static Component calls(Outcome<Planned> planned) {
        if (!planned.isDone()) {
            Div note = Parts.box("note warn", Parts.text(Parts.sentences(planned.why()), "t13"));
            note.setId("plan-calls");
            return note;
        }
        return read(planned.orThrow());
    }

    private static Div read(Planned plan) {
        return PlanCalls.of(plan.calls(), plan.shows(), plan.permissions(), plan.seenAt(), plan.expiresAt());
    }

    /** What can be pressed in this state. */
    static List<Press> presses(ShowRows.Show show) {
        Press slate = show.airtime().slateOn() ? Press.SLATE_OFF : Press.SLATE_ON;
        return switch (show.state()) {
            case APPROVED -> List.of(Press.GO_ON_AIR, Press.REHEARSE);
            case STANDBY -> List.of(Press.GO_ON_AIR, slate, Press.STOP);
            case ON_AIR -> List.of(slate, show.airtime().blurOn() ? Press.BLUR_OFF : Press.BLUR_ON, Press.STOP);
            default -> List.of();
        };
    }

    /** Shows the calls of what can be pressed now, one press at a time. */
    static void look(Lifecycle lifecycle, ShowRows.Show show) {
        List<Press> presses = presses(show);
        Dialog dialog = new Dialog(Texts.of("plan.title", show.id()));
        dialog.setWidth("720px");
        Div calls = Parts.box("col");
        Select<Press> choice = new Select<>();
        choice.setId("plan-press");
        choice.setLabel(Texts.of("plan.press"));
        Help.on(choice, "plan.press");
        choice.setWidthFull();
        choice.setItems(presses);
        choice.setItemLabelGenerator(press -> Texts.of("plan.press." + press.name()));
        choice.addValueChangeListener(e -> {
            calls.removeAll();
            calls.add(calls(lifecycle.plan(show.id(), e.getValue(), null)));
        });
        choice.setValue(presses.get(0));
        dialog.add(Parts.text(Texts.of("plan.why"), "c2", "t13"), choice, calls);
        dialog.getFooter().add(new Button(Texts.of("sheet.close"), e -> dialog.close()));
        dialog.open();
    }
}
