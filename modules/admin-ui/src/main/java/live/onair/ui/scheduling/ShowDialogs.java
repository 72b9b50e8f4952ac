package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import live.onair.ui.planning.PlanningDialogs;
import org.jspecify.annotations.Nullable;

/** The dialogs that plan, change and move shows. */
@Singleton
class ShowDialogs {

    private final Shows shows;
    private final BoardMoves moves;
    private final Channels channels;
    private final Resources resources;
    private final PlanningDialogs planning;
    private final Gate gate;
    private final Clock clock;

    @Inject
    ShowDialogs(
            Shows shows,
            BoardMoves moves,
            Channels channels,
            Resources resources,
            PlanningDialogs planning,
            Gate gate,
            Clock clock) {
        this.shows = shows;
        this.moves = moves;
        this.planning = planning;
        this.gate = gate;
        this.channels = channels;
        this.resources = resources;
        this.clock = clock;
    }

    /** The second person's look. */
    void review(ShowRows.Show show, Button preview, ReviewDialog.Decision decision) {
        List<Gate.Row> asking =
                gate.of(show.id()).stream().filter(Gate.Row::asksWhy).toList();
        ReviewDialog.open(show, shows.diffSinceApproval(show.id()), asking, preview, decision);
    }

    /** Plans a new show, on the shown day at the next full hour. */
    void create(LocalDate day, Consumer<ShowRows.Show> then) {
        LocalDateTime next = LocalDateTime.ofInstant(clock.instant(), Times.SEOUL)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1);
        LocalDateTime start = day.isAfter(next.toLocalDate()) ? day.atTime(20, 0) : next;
        create(start, start.plusHours(1), null, then);
    }

    /** Plans a new show there. */
    void create(LocalDateTime start, LocalDateTime end, @Nullable String channel, Consumer<ShowRows.Show> then) {
        ShowForm form = form();
        form.start.setValue(start);
        form.end.setValue(end);
        form.channel
                .getListDataView()
                .getItems()
                .filter(c -> c.id().equals(channel))
                .findFirst()
                .ifPresent(form.channel::setValue);
        form.start.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getOldValue() != null && e.getValue() != null && form.end.getValue() != null) {
                form.end.setValue(e.getValue().plus(Duration.between(e.getOldValue(), form.end.getValue())));
            }
        });
        open(Actions.label(Shows.class, "shows.schedule"), form, then, () -> shows.schedule(form.written()));
        form.title.focus();
    }

    /** Changes a show. */
    void change(ShowRows.Show show, Consumer<ShowRows.Show> then) {
        ShowForm form = form();
        form.read(show);
        open(Actions.label(Shows.class, "shows.change"), form, then, () -> changed(show, form.written(), then));
    }

    /**
     * One of a series is asked about first: this one only, or all later ones too. Then the answer comes by itself, and
     * this one stays as it is until then.
     */
    private Outcome<ShowRows.Show> changed(ShowRows.Show show, Shows.Schedule plan, Consumer<ShowRows.Show> then) {
        if (planning.seriesOf(show.id()).isPresent()) {
            planning.change(
                    show, show.version(), plan, () -> shows.find(show.id()).ifPresent(then));
            return Outcome.done(show);
        }
        Outcome<ShowRows.Show> outcome = shows.change(new Shows.Change(show.id(), show.version(), plan));
        if (outcome.isDone() && outcome.orThrow().version() != show.version()) {
            Undo.offer(
                    Texts.of("show.changed", show.title()),
                    () -> shows.change(
                            new Shows.Change(show.id(), outcome.orThrow().version(), planOf(show))));
        }
        return outcome;
    }

    /** All a form can change, as it is now. */
    private static Shows.Schedule planOf(ShowRows.Show show) {
        ShowRows.Named studio = show.studio();
        return new Shows.Schedule(
                show.title(),
                show.description(),
                show.channel().id(),
                studio == null ? "" : studio.id(),
                show.hosts().stream().map(ShowRows.Named::id).toList(),
                show.startsAt(),
                show.endsAt(),
                show.feed(),
                show.reconnectSeconds(),
                null,
                null,
                null,
                null);
    }

    /** Moves a show in time or to another channel. */
    void move(ShowRows.Show show, Consumer<ShowRows.Show> then) {
        DateTimePicker start = new DateTimePicker(Texts.of("show.start"));
        start.setId("move-start");
        Help.on(start, "move.start");
        start.setDatePickerI18n(Times.calendar());
        start.setStep(Duration.ofMinutes(5));
        start.setValue(LocalDateTime.ofInstant(show.startsAt(), Times.SEOUL));
        ComboBox<Channels.Row> channel = new ComboBox<>(Texts.of("show.channel"), channels.list());
        channel.setId("move-channel");
        channel.setItemLabelGenerator(c -> c.name() + " · " + c.id());
        channel.getListDataView()
                .getItems()
                .filter(c -> c.id().equals(show.channel().id()))
                .findFirst()
                .ifPresent(channel::setValue);
        VerticalLayout fields = new VerticalLayout(
                Parts.text(show.title() + " · " + Times.range(show.startsAt(), show.endsAt()), "c2", "t13"),
                start,
                channel);
        fields.setPadding(false);
        open(Actions.label(Shows.class, "shows.move"), fields, then, () -> {
            Channels.Row to = channel.getValue();
            return move(show, ShowForm.instant(start.getValue()), to == null ? null : to.id(), then);
        });
    }

    private Outcome<ShowRows.Show> move(
            ShowRows.Show show, @Nullable Instant at, @Nullable String channel, Consumer<ShowRows.Show> then) {
        if (planning.seriesOf(show.id()).isPresent()) {
            return changed(show, moved(show, at == null ? show.startsAt() : at, channel), then);
        }
        Outcome<ShowRows.Show> moved = shows.move(new Shows.Move(show.id(), show.version(), at, null, channel));
        if (moved.isDone()) {
            moves.offerUndo(show, moved.orThrow(), () -> shows.find(show.id()).ifPresent(then));
        }
        return moved;
    }

    /** The same length at another time or on another channel; nothing else is said. */
    private static Shows.Schedule moved(ShowRows.Show show, Instant start, @Nullable String channel) {
        return new Shows.Schedule(
                null,
                null,
                show.channel().id().equals(channel) ? null : channel,
                null,
                null,
                start,
                start.plus(Duration.between(show.startsAt(), show.endsAt())),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private ShowForm form() {
        return new ShowForm(
                channels.list(), resources.list(Resources.Kind.STUDIO), resources.list(Resources.Kind.HOST));
    }

    private interface Save {
        Outcome<ShowRows.Show> save();
    }

    private static void open(
            String title, com.vaadin.flow.component.Component content, Consumer<ShowRows.Show> then, Save save) {
        Dialog dialog = new Dialog(title);
        dialog.setWidth("680px");
        dialog.add(content);
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("dialog-save");
        done.addClickListener(e -> {
            Outcome<ShowRows.Show> outcome = save.save();
            if (Parts.showed(outcome)) {
                dialog.close();
                then.accept(outcome.orThrow());
            }
        });
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }
}
