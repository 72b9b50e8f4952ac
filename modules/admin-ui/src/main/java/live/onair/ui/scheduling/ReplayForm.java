package live.onair.ui.scheduling;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Help;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** When a replay comes, what it says, and which picture stands for it. */
class ReplayForm extends Div {

    private static final int MOST_HOURS = 720;
    private static final int WORDS = 4_000;

    private final transient ShowRows.Show show;
    private final transient Clock clock;
    private final RadioButtonGroup<When> when = new RadioButtonGroup<>();
    private final IntegerField hours = new IntegerField(Texts.of("replay.hours"));
    private final DateTimePicker time = new DateTimePicker(Texts.of("replay.at"));
    private final TextArea description = new TextArea(Texts.of("replay.description"));
    private final TextField thumbnail = new TextField(Texts.of("replay.thumbnail"));

    /** How the time is said. */
    enum When {
        NOW,
        LATER,
        AT
    }

    ReplayForm(ShowRows.Show show, Clock clock) {
        this.show = show;
        this.clock = clock;
        addClassNames("col", "on-gap");
        timing();
        looks();
        add(when, hours, time, description, thumbnail);
        show();
    }

    private void timing() {
        when.setId("replay-when");
        when.setLabel(Texts.of("replay.when"));
        when.setItems(When.values());
        when.setItemLabelGenerator(w -> Texts.of("replay.when." + w));
        Help.on(when, "replay.when");
        Instant planned = ReplayDialog.isPlanned(show) ? show.replay().at() : null;
        boolean later = planned != null && planned.isAfter(clock.instant());
        when.setValue(later ? When.AT : When.NOW);
        hours.setId("replay-hours");
        hours.setMin(1);
        hours.setMax(MOST_HOURS);
        hours.setValue(1);
        hours.setStepButtonsVisible(true);
        Help.on(hours, "replay.hours");
        time.setId("replay-at");
        time.setStep(Duration.ofMinutes(5));
        time.setDatePickerI18n(Times.calendar());
        time.setValue(LocalDateTime.ofInstant(planned != null && later ? planned : nextHour(), Times.SEOUL));
        Help.on(time, "replay.at");
        when.addValueChangeListener(e -> show());
    }

    private Instant nextHour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    }

    private void looks() {
        description.setId("replay-description");
        description.setWidthFull();
        description.setMaxLength(WORDS);
        description.setMinHeight("96px");
        description.setMaxHeight("260px");
        description.setValueChangeMode(ValueChangeMode.ON_BLUR);
        description.setValue(Objects.requireNonNullElse(show.replay().description(), show.description()));
        Help.on(description, "replay.description");
        thumbnail.setId("replay-thumbnail");
        thumbnail.setWidthFull();
        thumbnail.setPlaceholder("0:00");
        thumbnail.setValueChangeMode(ValueChangeMode.ON_BLUR);
        Duration length = show.replay().length();
        if (length != null) {
            thumbnail.setLabel(Texts.of("replay.thumbnail.of", Times.length(length)));
        }
        Duration chosen = show.replay().thumbnail();
        thumbnail.setValue(chosen == null ? "" : Times.length(chosen));
        Help.on(thumbnail, "replay.thumbnail");
    }

    /** A replay that is shown has no time to choose. */
    private void show() {
        boolean shown = show.state() == ShowState.REPLAY;
        when.setVisible(!shown);
        hours.setVisible(!shown && when.getValue() == When.LATER);
        time.setVisible(!shown && when.getValue() == When.AT);
    }

    /** Does it now, and whenever something is entered. */
    void whenChanged(Runnable look) {
        when.addValueChangeListener(e -> look.run());
        hours.addValueChangeListener(e -> look.run());
        time.addValueChangeListener(e -> look.run());
        description.addValueChangeListener(e -> look.run());
        thumbnail.addValueChangeListener(e -> look.run());
        look.run();
    }

    boolean isNow() {
        return when.getValue() == When.NOW;
    }

    /** When it comes; null for now, and while nothing is chosen. */
    @Nullable
    Instant at() {
        return switch (when.getValue()) {
            case NOW -> null;
            case LATER -> hours.getValue() == null ? null : clock.instant().plus(Duration.ofHours(hours.getValue()));
            case AT -> ShowForm.instant(time.getValue());
        };
    }

    boolean hasOwnWords() {
        String words = description.getValue().strip();
        return !words.isEmpty() && !words.equals(show.description());
    }

    Optional<Duration> position() {
        return Times.position(thumbnail.getValue());
    }

    /** Says beside the field what is missing. */
    boolean tellsAll() {
        boolean timed = show.state() == ShowState.REPLAY || isNow() || at() != null;
        hours.setInvalid(!timed);
        time.setInvalid(!timed);
        time.setErrorMessage(Texts.of("replay.time.wrong"));
        hours.setErrorMessage(Texts.of("replay.time.wrong"));
        boolean placed = thumbnail.getValue().isBlank() || position().isPresent();
        thumbnail.setInvalid(!placed);
        thumbnail.setErrorMessage(Texts.of("replay.thumbnail.wrong"));
        return timed && placed;
    }

    /** With the plan that was shown. */
    Lifecycle.PublishReplay written(@Nullable String plan) {
        return new Lifecycle.PublishReplay(
                show.id(),
                show.state() == ShowState.REPLAY ? null : at(),
                description.getValue(),
                position().orElse(null),
                null,
                plan);
    }
}
