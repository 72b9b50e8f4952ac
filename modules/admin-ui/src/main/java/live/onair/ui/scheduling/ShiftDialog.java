package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.Allotments;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Jobs;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Undo;

/** Moves many shows by the same time; what each would meet is said while the time is typed. */
class ShiftDialog extends Dialog {

    private static final int NAMED = 5;

    private final transient Bookings bookings;
    private final transient Allotments allotments;
    private final transient Jobs jobs;
    private final transient List<ShowRows.Show> shows;
    private final transient Runnable then;
    private final IntegerField minutes = new IntegerField(Texts.of("board.shiftBy"));
    private final Div foreseen = Parts.box("on-clashes fault t13");
    private final Button act = Parts.primary(Actions.label(Bookings.class, "shows.moveAll"), "check");

    ShiftDialog(Bookings bookings, Allotments allotments, Jobs jobs, Collection<ShowRows.Show> shows, Runnable then) {
        this.jobs = jobs;
        this.bookings = bookings;
        this.allotments = allotments;
        this.shows = List.copyOf(shows);
        this.then = then;
        setHeaderTitle(Texts.of("board.shiftTitle", shows.size()));
        setWidth("480px");
        minutes.setId("shift-minutes");
        Help.on(minutes, "board.shift");
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        minutes.setValue(60);
        minutes.setValueChangeMode(ValueChangeMode.LAZY);
        minutes.addValueChangeListener(e -> look());
        act.setId("shift-done");
        act.addClickListener(e -> carryOut());
        add(Parts.box("col on-gap", minutes, foreseen));
        getFooter().add(new Button(Texts.of("dialog.cancel"), e -> close()), act);
        look();
    }

    private Duration by() {
        return Duration.ofMinutes(Objects.requireNonNullElse(minutes.getValue(), 0));
    }

    private void look() {
        foreseen.removeAll();
        act.setEnabled(!by().isZero());
        Stream<Reason> slots = bookings
                .foresee(shows.stream()
                        .map(s -> new Bookings.Wish(
                                s.id(), null, null, null, s.startsAt().plus(by()), null))
                        .toList())
                .stream()
                .flatMap(f -> f.reasons().stream());
        Stream<Reason> goods = allotments
                .foresee(shows.stream()
                        .map(s -> new Allotments.Place(
                                s.id(), s.startsAt().plus(by()), s.endsAt().plus(by())))
                        .toList())
                .stream()
                .flatMap(met -> met.reasons().stream());
        Stream.concat(slots, goods)
                .limit(NAMED)
                .forEach(reason -> foreseen.add(
                        Parts.box("row", Parts.icon("fault"), Parts.text(reason.sentence(Texts.locale())))));
    }

    private void carryOut() {
        List<String> ids = shows.stream().map(ShowRows.Show::id).toList();
        Duration by = by();
        boolean started = jobs.start(
                new Jobs.Wanted<>(
                        "shift",
                        Texts.of("board.shiftTitle", ids.size()),
                        "schedule",
                        () -> bookings.moveAll(new Bookings.Shift(ids, by))),
                outcome -> {
                    if (outcome != null && Parts.showed(outcome)) {
                        moved(ids, by);
                    }
                });
        if (started) {
            close();
        }
    }

    private void moved(List<String> ids, Duration by) {
        then.run();
        Undo.offer(Texts.of("board.shifted", ids.size(), by.toMinutes()), () -> {
            Outcome<List<String>> back = bookings.moveAll(new Bookings.Shift(ids, by.negated()));
            then.run();
            return back;
        });
    }
}
