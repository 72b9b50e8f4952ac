package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Set;
import live.onair.kernel.Outcome;
import live.onair.planning.Series;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Makes a weekly series of a show; each day and what it would meet is shown while the pattern is chosen. */
class WeeklyDialog extends Dialog {

    private final transient Series series;
    private final transient ShowRows.Show show;
    private final transient Runnable then;
    private final CheckboxGroup<DayOfWeek> weekdays = new CheckboxGroup<>(Texts.of("series.weekdays"));
    private final IntegerField every = new IntegerField(Texts.of("series.every"));
    private final RadioButtonGroup<Boolean> counted = new RadioButtonGroup<>(Texts.of("series.until"));
    private final IntegerField count = new IntegerField(Texts.of("series.count"));
    private final DatePicker until = new DatePicker(Texts.of("series.lastDay"));
    private final Checkbox skip = new Checkbox(Texts.of("series.skip"));
    private final Div preview = Parts.box("on-foreseen");
    private final Button act = Parts.primary(Actions.label(Series.class, "series.create"), "check");

    WeeklyDialog(Series series, ShowRows.Show show, Runnable then) {
        this.series = series;
        this.show = show;
        this.then = then;
        setHeaderTitle(Actions.label(Series.class, "series.create") + " · " + show.title());
        setWidth("600px");
        fields();
        act.setId("series-done");
        act.addClickListener(e -> carryOut());
        add(Parts.box("col on-gap", weekdays, Parts.box("row on-top", every, count, until), counted, skip, preview));
        getFooter().add(new Button(Texts.of("dialog.cancel"), e -> close()), act);
        look();
    }

    private void fields() {
        weekdays.setId("series-weekdays");
        weekdays.setItems(DayOfWeek.values());
        weekdays.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT, Texts.locale()));
        weekdays.setValue(Set.of(Times.day(show.startsAt()).getDayOfWeek()));
        weekdays.addValueChangeListener(e -> look());
        number(every, "series-every", 1);
        Help.on(every, "series.every");
        counted.setItems(true, false);
        counted.setItemLabelGenerator(c -> Texts.of(c ? "series.byCount" : "series.byDay"));
        counted.setValue(true);
        counted.addValueChangeListener(e -> look());
        number(count, "series-count", 4);
        Help.on(count, "series.count");
        Help.on(skip, "series.skip");
        until.setId("series-until");
        until.setLocale(Texts.locale());
        until.setI18n(Times.calendar());
        until.setValue(Times.day(show.startsAt()).plusWeeks(4));
        until.addValueChangeListener(e -> look());
        skip.setId("series-skip");
        skip.addValueChangeListener(e -> look());
    }

    private void number(IntegerField field, String id, int value) {
        field.setId(id);
        field.setStepButtonsVisible(true);
        field.setMin(1);
        field.setMax(Series.MOST);
        field.setValue(value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(e -> look());
    }

    private Series.Weekly wanted() {
        boolean byCount = counted.getValue();
        return new Series.Weekly(
                show.id(),
                weekdays.getValue(),
                every.getValue(),
                byCount ? null : until.getValue(),
                byCount ? count.getValue() : null,
                skip.getValue());
    }

    private void look() {
        count.setVisible(counted.getValue());
        until.setVisible(!counted.getValue());
        preview.removeAll();
        Outcome<List<Series.Planned>> foreseen = series.preview(wanted());
        if (!foreseen.isDone()) {
            preview.add(Foreseen.line("", "", foreseen.why()));
            act.setEnabled(false);
            return;
        }
        List<Series.Planned> days = foreseen.orThrow();
        long wrong = days.stream().filter(day -> !day.reasons().isEmpty()).count();
        preview.add(Foreseen.summary(days.size() - wrong, wrong));
        days.forEach(day ->
                preview.add(Foreseen.line(Times.day(day.day()), Times.range(day.start(), day.end()), day.reasons())));
        act.setEnabled(wrong == 0 || skip.getValue() && wrong < days.size());
    }

    private void carryOut() {
        Outcome<Series.Made> made = series.create(wanted());
        if (Parts.showed(made)) {
            close();
            then.run();
            Parts.done(Texts.of(
                    "series.made",
                    made.orThrow().shows().size(),
                    made.orThrow().leftOut().size()));
        }
    }
}
