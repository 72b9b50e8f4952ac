package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import live.onair.kernel.Outcome;
import live.onair.planning.Copies;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;

/** Copies shows to another time; each copy and what it would meet is shown while the time is chosen. */
class CopyDialog extends Dialog {

    private static final int SHOWN = 8;

    private final transient Copies copies;
    private final transient Lifecycle lifecycle;
    private final transient List<ShowRows.Show> shows;
    private final transient Runnable then;
    private final RadioButtonGroup<Boolean> byShift = new RadioButtonGroup<>();
    private final IntegerField days = new IntegerField(Texts.of("copy.days"));
    private final IntegerField minutes = new IntegerField(Texts.of("copy.minutes"));
    private final DateTimePicker start = new DateTimePicker(Texts.of("copy.start"));
    private final Div preview = Parts.box("on-foreseen");
    private final Button act = Parts.primary(Actions.label(Copies.class, "copies.make"), "copy");

    CopyDialog(Copies copies, Lifecycle lifecycle, List<ShowRows.Show> several, Runnable then) {
        this.copies = copies;
        this.lifecycle = lifecycle;
        this.shows = several.stream()
                .sorted(Comparator.comparing(ShowRows.Show::startsAt))
                .toList();
        this.then = then;
        setHeaderTitle(Texts.of("copy.title", shows.size()));
        setWidth("560px");
        byShift.setItems(true, false);
        byShift.setItemLabelGenerator(shift -> Texts.of(shift ? "copy.byShift" : "copy.byStart"));
        byShift.setValue(true);
        byShift.setAriaLabel(Texts.of("copy.how"));
        byShift.addValueChangeListener(e -> look());
        number(days, "copy-days", 7);
        number(minutes, "copy-minutes", 0);
        start.setId("copy-start");
        Help.on(start, "copy.start");
        Help.on(minutes, "copy.minutes");
        start.setDatePickerI18n(Times.calendar());
        start.setStep(Duration.ofMinutes(5));
        start.setValue(
                LocalDateTime.ofInstant(shows.get(0).startsAt(), Times.SEOUL).plusDays(7));
        start.addValueChangeListener(e -> look());
        act.setId("copy-done");
        act.addClickListener(e -> carryOut());
        add(Parts.box("col on-gap", byShift, Parts.box("row", days, minutes), start, preview));
        getFooter().add(new Button(Texts.of("dialog.cancel"), e -> close()), act);
        look();
    }

    private void number(IntegerField field, String id, int value) {
        field.setId(id);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(e -> look());
    }

    private Copies.Wanted wanted() {
        List<String> ids = shows.stream().map(ShowRows.Show::id).toList();
        if (byShift.getValue()) {
            Duration by = Duration.ofDays(Objects.requireNonNullElse(days.getValue(), 0))
                    .plusMinutes(Objects.requireNonNullElse(minutes.getValue(), 0));
            return new Copies.Wanted(ids, by, null);
        }
        LocalDateTime at = start.getValue();
        return new Copies.Wanted(
                ids, null, at == null ? null : at.atZone(Times.SEOUL).toInstant());
    }

    private void look() {
        days.setVisible(byShift.getValue());
        minutes.setVisible(byShift.getValue());
        start.setVisible(!byShift.getValue());
        Copies.Wanted wanted = wanted();
        List<Bookings.Line> lines = copies.look(wanted);
        preview.removeAll();
        long wrong = lines.stream().filter(line -> !line.wrong().isEmpty()).count();
        preview.add(Foreseen.summary(lines.size() - wrong, wrong));
        Duration by = wanted.by() != null || wanted.start() == null
                ? wanted.by()
                : Duration.between(shows.get(0).startsAt(), wanted.start());
        lines.stream()
                .sorted(Comparator.comparing(
                        (Bookings.Line line) -> line.wrong().isEmpty()))
                .limit(SHOWN)
                .forEach(line -> {
                    ShowRows.Show show = shows.get(Math.min(line.index(), shows.size() - 1));
                    Instant at = by == null ? show.startsAt() : show.startsAt().plus(by);
                    preview.add(Foreseen.line(Times.brief(at), show.title(), line.wrong()));
                });
        act.setEnabled(wrong == 0);
    }

    private void carryOut() {
        Outcome<List<Bookings.Line>> made = copies.make(wanted());
        if (!Parts.showed(made)) {
            return;
        }
        close();
        then.run();
        List<String> ids = made.orThrow().stream().map(Bookings.Line::show).toList();
        Undo.offer(Texts.of("copy.done", ids.size()), () -> {
            Outcome<?> back = Outcome.done(ids);
            for (String id : ids) {
                Outcome<ShowRows.Show> one = lifecycle.cancel(id, null, Texts.of("copy.undone"));
                back = one.isDone() ? back : one;
            }
            then.run();
            return back;
        });
    }
}
