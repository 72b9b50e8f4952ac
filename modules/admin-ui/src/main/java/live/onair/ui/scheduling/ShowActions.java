package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.planning.Copies;
import live.onair.planning.Marks;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Environment;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.planning.PlanningDialogs;

/** What can be done with a show where it stands, as buttons: the next step first and primary. */
@Singleton
class ShowActions {

    private static final Duration LONGER = Duration.ofMinutes(10);

    private final Lifecycle lifecycle;
    private final ShowDialogs dialogs;
    private final Shows shows;
    private final PlanningDialogs planning;
    private final Marks marks;
    private final Environment environment;
    private final ReplayDialog replays;
    private final CoverButtons covers;

    @Inject
    ShowActions(
            Lifecycle lifecycle,
            Shows shows,
            ShowDialogs dialogs,
            PlanningDialogs planning,
            Marks marks,
            Environment environment,
            ReplayDialog replays,
            CoverButtons covers) {
        this.covers = covers;
        this.replays = replays;
        this.marks = marks;
        this.environment = environment;
        this.lifecycle = lifecycle;
        this.planning = planning;
        this.shows = shows;
        this.dialogs = dialogs;
    }

    Component[] buttons(ShowRows.Show show, Runnable then) {
        List<Button> buttons = new ArrayList<>(
                switch (show.state()) {
                    case DRAFT -> List.of(submit(show, then), change(show, then), move(show, then), cancel(show, then));
                    case IN_REVIEW ->
                        List.of(approve(show, then), sendBack(show, then), change(show, then), cancel(show, then));
                    case APPROVED ->
                        List.of(rehearse(show, then), change(show, then), move(show, then), cancel(show, then));
                    case REHEARSAL ->
                        List.of(button("shows.endRehearsal", then, () -> lifecycle.endRehearsal(show.id())));
                    case STANDBY -> running(override(show, then), show, then);
                    case ON_AIR -> running(extend(show, then), show, then);
                    case ENDED -> ended(show, then);
                    case REPLAY -> List.of(restyle(show, then), withdraw(show, then), archive(show, then));
                    case CANCELLED -> List.of(archive(show, then));
                    case ARCHIVED -> List.of();
                });
        buttons.stream()
                .filter(Component::isVisible)
                .filter(b -> !b.getThemeNames().contains("error"))
                .findFirst()
                .ifPresent(b -> b.addThemeVariants(ButtonVariant.LUMO_PRIMARY));
        buttons.add(Actions.button(Copies.class, "copies.make", () -> planning.copy(List.of(show), then)));
        if (!ShowSheets.presses(show).isEmpty()) {
            buttons.add(Actions.button(Lifecycle.class, "shows.plan", () -> ShowSheets.look(lifecycle, show)));
        }
        buttons.add(preview(show));
        return buttons.toArray(Component[]::new);
    }

    private List<Button> running(Button first, ShowRows.Show show, Runnable then) {
        List<Button> buttons = new ArrayList<>(List.of(first));
        buttons.addAll(covers.of(show, then));
        return buttons;
    }

    /** How viewers will see it. */
    private Button preview(ShowRows.Show show) {
        Button preview = new Button(
                Texts.of("preview.open"),
                Parts.icon("phone"),
                e -> PreviewDialog.open(show, marks.list(show.id()), environment));
        preview.setId("preview");
        preview.setVisible(environment.viewerUrl().isPresent());
        return Keys.on(preview, "p");
    }

    private interface Command {
        Outcome<ShowRows.Show> give();
    }

    private static Button button(String id, Runnable then, Command command) {
        return Actions.button(Lifecycle.class, id, () -> finish(command.give(), then));
    }

    private static void finish(Outcome<ShowRows.Show> outcome, Runnable then) {
        if (Parts.showed(outcome)) {
            then.run();
        }
    }

    static Button reasoned(String id, boolean needed, Runnable then, Function<String, Outcome<ShowRows.Show>> command) {
        return Actions.button(
                Lifecycle.class,
                id,
                () -> Reasons.ask(
                        Actions.label(Lifecycle.class, id), needed, reason -> finish(command.apply(reason), then)));
    }

    private Button submit(ShowRows.Show show, Runnable then) {
        return button("shows.submit", then, () -> lifecycle.submit(show.id(), show.version(), null));
    }

    private Button approve(ShowRows.Show show, Runnable then) {
        return Actions.button(
                Lifecycle.class,
                "shows.approve",
                () -> dialogs.review(show, preview(show), new ReviewDialog.Decision() {
                    @Override
                    public Outcome<ShowRows.Show> approve(String words) {
                        return after(lifecycle.approve(show.id(), show.version(), words), then);
                    }

                    @Override
                    public Outcome<ShowRows.Show> sendBack(String words) {
                        return after(lifecycle.sendBack(show.id(), show.version(), words), then);
                    }
                }));
    }

    private Button sendBack(ShowRows.Show show, Runnable then) {
        return reasoned("shows.sendBack", true, then, r -> lifecycle.sendBack(show.id(), show.version(), r));
    }

    /** Asked when it is pressed: it may have become one of a series meanwhile. */
    private Button cancel(ShowRows.Show show, Runnable then) {
        return Actions.button(Lifecycle.class, "shows.cancel", () -> {
            if (planning.seriesOf(show.id()).isPresent()) {
                planning.cancel(show, then);
                return;
            }
            String verb = Actions.label(Lifecycle.class, "shows.cancel");
            Reasons.ask(verb, true, r -> finish(lifecycle.cancel(show.id(), show.version(), r), then));
        });
    }

    private Button archive(ShowRows.Show show, Runnable then) {
        return reasoned("shows.archive", false, then, r -> lifecycle.archive(show.id(), show.version(), r));
    }

    private Button rehearse(ShowRows.Show show, Runnable then) {
        return Actions.button(
                Lifecycle.class,
                "shows.rehearse",
                () -> ShowSheets.rehearse(
                        lifecycle,
                        show,
                        plan -> after(lifecycle.rehearse(show.id(), show.version(), null, plan), then)));
    }

    private Button override(ShowRows.Show show, Runnable then) {
        return reasoned("shows.overrideGate", true, then, r -> lifecycle.overrideGate(show.id(), r));
    }

    private Button extend(ShowRows.Show show, Runnable then) {
        Button extend = button("shows.extend", then, () -> lifecycle.extend(show.id(), LONGER));
        extend.getElement().setAttribute("data-body", "{\"bySeconds\":" + LONGER.toSeconds() + "}");
        return extend;
    }

    /** A replay that will come by itself can be changed or called off; any other can be published. */
    private List<Button> ended(ShowRows.Show show, Runnable then) {
        if (!ReplayDialog.isPlanned(show)) {
            return List.of(publish(show, then), archive(show, then));
        }
        Button callOff = withdraw(show, then);
        callOff.setText(Texts.of("replay.callOff"));
        return List.of(restyle(show, then), callOff, archive(show, then));
    }

    private Button publish(ShowRows.Show show, Runnable then) {
        return Actions.button(
                Lifecycle.class,
                "shows.publishReplay",
                () -> shows.find(show.id()).ifPresent(now -> replays.open(now, then)));
    }

    private Button restyle(ShowRows.Show show, Runnable then) {
        Button button = publish(show, then);
        button.setText(Texts.of("replay.change"));
        return button;
    }

    private Button withdraw(ShowRows.Show show, Runnable then) {
        if (show.state() != ShowState.REPLAY) {
            return reasoned("shows.withdrawReplay", true, then, r -> lifecycle.withdrawReplay(show.id(), r, null));
        }
        BiFunction<String, String, Outcome<?>> act =
                (why, plan) -> after(lifecycle.withdrawReplay(show.id(), why, plan), then);
        return Actions.button(Lifecycle.class, "shows.withdrawReplay", () -> ShowSheets.withdraw(lifecycle, show, act));
    }

    private Button change(ShowRows.Show show, Runnable then) {
        return Actions.button(Shows.class, "shows.change", () -> dialogs.change(show, done -> then.run()));
    }

    private Button move(ShowRows.Show show, Runnable then) {
        return Actions.button(Shows.class, "shows.move", () -> dialogs.move(show, done -> then.run()));
    }

    static Outcome<ShowRows.Show> after(Outcome<ShowRows.Show> outcome, Runnable then) {
        if (outcome.isDone()) {
            then.run();
        }
        return outcome;
    }
}
