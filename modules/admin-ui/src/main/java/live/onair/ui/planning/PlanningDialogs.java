package live.onair.ui.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import live.onair.kernel.Outcome;
import live.onair.planning.CalendarFeeds;
import live.onair.planning.Copies;
import live.onair.planning.Marks;
import live.onair.planning.Series;
import live.onair.planning.Templates;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Environment;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** The way to planners' tools from any page: the board, a show, the palette. */
@Singleton
public class PlanningDialogs {

    private final Templates templates;
    private final Copies copies;
    private final Series series;
    private final Marks marks;
    private final CalendarFeeds feeds;
    private final Shows shows;
    private final Lifecycle lifecycle;
    private final Channels channels;
    private final Resources resources;
    private final Environment environment;
    private final Clock clock;

    @Inject
    PlanningDialogs(
            Templates templates,
            Copies copies,
            Series series,
            Marks marks,
            CalendarFeeds feeds,
            Shows shows,
            Lifecycle lifecycle,
            Channels channels,
            Resources resources,
            Environment environment,
            Clock clock) {
        this.templates = templates;
        this.copies = copies;
        this.series = series;
        this.marks = marks;
        this.feeds = feeds;
        this.shows = shows;
        this.lifecycle = lifecycle;
        this.channels = channels;
        this.resources = resources;
        this.environment = environment;
        this.clock = clock;
    }

    /** Copies shows by a time, or to a start; says beforehand what each would meet. */
    public void copy(Collection<ShowRows.Show> several, Runnable then) {
        new CopyDialog(copies, lifecycle, List.copyOf(several), then).open();
    }

    /** Makes a weekly series of a show, with each day and what it would meet. */
    public void weekly(ShowRows.Show show, Runnable then) {
        new WeeklyDialog(series, show, then).open();
    }

    /** Keeps a show as a template. */
    public void keepAsTemplate(ShowRows.Show show) {
        Reasons.text(
                Actions.label(Templates.class, "templates.save"),
                Texts.of("template.name"),
                name -> saved(templates.save(new Templates.Save(name, show.id(), null, null))));
    }

    private void saved(Outcome<Templates.Row> made) {
        if (Parts.showed(made)) {
            String id = made.orThrow().id();
            Undo.offer(Texts.of("template.saved", made.orThrow().name()), () -> templates.archive(id));
        }
    }

    /**
     * Makes a draft from a template.
     *
     * @param start where it starts, as proposed
     * @param channel id of the proposed channel, null for the template's
     */
    public void fromTemplate(LocalDateTime start, @Nullable String channel, Consumer<ShowRows.Show> then) {
        UseDialog dialog = new UseDialog(templates, channels.list(), null, then);
        dialog.propose(start, channel);
        dialog.open();
    }

    /** Addresses of calendars: makes, lists and revokes them. */
    public void calendars() {
        new CalendarDialog(feeds, channels.list(), resources.list(Resources.Kind.HOST), environment).open();
    }

    /** The series a show belongs to. */
    public Optional<Series.Row> seriesOf(String show) {
        return series.of(show);
    }

    /**
     * Changes or moves a show; one of a series is asked about first: this one only, or all later ones too.
     *
     * @param version the version of the show that was read
     * @param plan the fields that change, with both times for a move
     */
    public void change(ShowRows.Show show, int version, Shows.Schedule plan, Runnable then) {
        ScopeQuestion.ask(series, show, Actions.label(Series.class, "series.change"), scope -> {
            if (scope == Series.Scope.THIS) {
                finish(shows.change(new Shows.Change(show.id(), version, plan)), then);
            } else {
                ScopeQuestion.tell(series.change(new Series.Change(show.id(), scope, version, plan)), then);
            }
        });
    }

    private static void finish(Outcome<ShowRows.Show> outcome, Runnable then) {
        if (Parts.showed(outcome)) {
            then.run();
        }
    }

    /** Gives a show up, with a reason; one of a series is asked about first. */
    public void cancel(ShowRows.Show show, Runnable then) {
        String label = Actions.label(Series.class, "series.cancel");
        ScopeQuestion.ask(
                series,
                show,
                label,
                scope -> Reasons.ask(
                        label,
                        true,
                        reason -> ScopeQuestion.tell(
                                scope == Series.Scope.THIS
                                                && series.of(show.id()).isEmpty()
                                        ? alone(show, reason)
                                        : series.cancel(new Series.Cancel(show.id(), scope, show.version(), reason)),
                                then)));
    }

    private Outcome<Series.Changed> alone(ShowRows.Show show, String reason) {
        return lifecycle
                .cancel(show.id(), show.version(), reason)
                .map(done -> new Series.Changed(List.of(), List.of(), List.of()));
    }

    /** The series of a show as a pane, with its occurrences, to be put beside the show; empty when it has none. */
    public Optional<SeriesPane> seriesPane(ShowRows.Show show, Runnable then) {
        return series.of(show.id()).map(row -> new SeriesPane(series, row, show.id(), then));
    }

    /** Chapters and highlights of a show as a pane, to be put beside the show. */
    public MarksPane marksPane(ShowRows.Show show) {
        return new MarksPane(marks, show, clock);
    }
}
