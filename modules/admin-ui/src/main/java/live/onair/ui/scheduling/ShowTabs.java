package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import live.onair.audit.AuditLog;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.scheduling.StreamMarks;
import live.onair.simulcast.Simulcast;
import live.onair.ui.Environment;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.planning.PlanPane;
import live.onair.ui.planning.PlanningDialogs;
import live.onair.ui.simulcast.SimulcastPane;
import org.jspecify.annotations.Nullable;

/** What stands in the middle of a show's page, by tab. */
@Dependent
class ShowTabs {

    private final Shows shows;
    private final Channels channels;
    private final Lifecycle lifecycle;
    private final Encoders encoders;
    private final Pulse pulse;
    private final AuditLog log;
    private final Environment environment;
    private final Clock clock;
    private final PlanningDialogs planning;
    private final StreamMarks streamMarks;
    private final Simulcast simulcast;
    private final ShowRooms rooms;
    private final SignalOutlets outlets;
    private final Div signal = new Div();
    private @Nullable StreamMarksPane marked;
    private @Nullable InputsPane inputs;
    private Runnable again = () -> {};
    private ShowView.@Nullable Which drawn;
    private int planned;
    private @Nullable History history;

    @Inject
    ShowTabs(
            Shows shows,
            Channels channels,
            Lifecycle lifecycle,
            Encoders encoders,
            Pulse pulse,
            AuditLog log,
            PlanningDialogs planning,
            StreamMarks streamMarks,
            Simulcast simulcast,
            ShowRooms rooms,
            SignalOutlets outlets,
            Environment environment,
            Clock clock) {
        this.shows = shows;
        this.planning = planning;
        this.streamMarks = streamMarks;
        this.simulcast = simulcast;
        this.rooms = rooms;
        this.outlets = outlets;
        this.channels = channels;
        this.lifecycle = lifecycle;
        this.encoders = encoders;
        this.pulse = pulse;
        this.log = log;
        this.environment = environment;
        this.clock = clock;
    }

    void draw(Div main, ShowView.Which tab, ShowView.Seen now, ShowView.@Nullable Seen before) {
        boolean fresh = before == null || tab != drawn;
        drawn = tab;
        switch (tab) {
            case OVERVIEW -> overview(main, now, fresh ? null : before);
            case CUES, PRODUCTS, CLAIMS, NUMBERS, CHAT, CLIPS ->
                itself(main, fresh, () -> rooms.of(tab, now.show().id()));
            case PLAN -> plan(main, now, before, fresh);
            case SIGNAL -> signal(main, now, before, fresh);
            case HISTORY -> history(main, now, fresh);
        }
    }

    /** The signal is drawn anew each second, the marks beside it only when they change: people press there. */
    private void signal(Div main, ShowView.Seen now, ShowView.@Nullable Seen before, boolean fresh) {
        StreamMarksPane marks = marked;
        if (fresh || marks == null) {
            marks = new StreamMarksPane(streamMarks, now.show().id(), again);
            marked = marks;
            main.removeAll();
            inputs = now.channel()
                    .map(channel -> new InputsPane(channels, encoders, lifecycle, channel, again))
                    .orElse(null);
            main.add(signal);
            if (inputs != null) {
                main.add(inputs);
            }
            main.add(marks, new SimulcastPane(simulcast, now.show().id(), pulse));
        }
        if (fresh || before == null || !sameSignal(now, before)) {
            drawSignal(now);
        }
        if (now.channel().isPresent()) {
            marks.refresh(now.marks(), now.channel().get());
            if (inputs != null) {
                inputs.refresh(now.channel().get(), clock.instant());
            }
        }
    }

    private static boolean sameSignal(ShowView.Seen now, ShowView.Seen before) {
        return now.channel().equals(before.channel())
                && now.alarms().equals(before.alarms())
                && now.old() == before.old();
    }

    private void drawSignal(ShowView.Seen now) {
        signal.removeAll();
        now.channel()
                .ifPresent(c -> signal.add(
                        c.signal() == null
                                ? new Div()
                                : Parts.pane(
                                        Texts.of("map.title"),
                                        outlets.map(now.show().id(), c, now.alarms(), clock.instant())),
                        SignalPane.of(c, clock.instant()),
                        AlarmPane.of(c, channels.alarms(c.id()), clock.instant()),
                        ShowPanes.encoder(c, encoders, environment, pulse)));
    }

    /** Whether the news of the channel have stayed away: then it is drawn as that. */
    boolean isOld(Optional<Channels.Row> channel) {
        return channel.filter(row -> SignalMap.isOld(row.signal(), clock.instant()))
                .isPresent();
    }

    /** What is in the stream, where the page shows it. */
    List<StreamMarks.Row> marks(ShowView.Which tab, String show) {
        return tab == ShowView.Which.SIGNAL ? streamMarks.list(show) : List.of();
    }

    /** What is run when something on a tab was changed. */
    void then(Runnable refresh) {
        again = refresh;
    }

    /** A pane that draws itself anew when something has changed. */
    private static void itself(Div main, boolean fresh, Supplier<Component> pane) {
        if (fresh) {
            main.removeAll();
            main.add(pane.get());
        }
    }

    /** Drawn again when the show is another than it was; not each second, people write in it. */
    private void plan(Div main, ShowView.Seen now, ShowView.@Nullable Seen before, boolean fresh) {
        if (fresh || before == null || planned != now.show().version()) {
            plan(main, now.show());
        }
    }

    /** Once for each version: a button that is drawn twice is gone under the finger. */
    private void plan(Div main, ShowRows.Show show) {
        planned = show.version();
        main.removeAll();
        main.add(new PlanPane(planning, show, () -> shows.find(show.id()).ifPresent(changed -> plan(main, changed))));
    }

    private void history(Div main, ShowView.Seen now, boolean fresh) {
        History shown = history;
        if (fresh || shown == null) {
            main.removeAll();
            history = new History(log, now.show().id());
            main.add(Parts.pane(Texts.of("history.title"), history));
        } else {
            shown.refresh();
        }
    }

    private void overview(Div main, ShowView.Seen now, ShowView.@Nullable Seen before) {
        boolean same = before != null
                && keepsPicture(main, now, before)
                && before.show().review().equals(now.show().review())
                && before.show().description().equals(now.show().description())
                && before.history().equals(now.history());
        if (same) {
            return;
        }
        if (keepsPicture(main, now, before)) {
            while (main.getComponentCount() > 1) {
                main.remove(main.getComponentAt(1));
            }
        } else {
            main.removeAll();
            main.add(new ShowPicture(now.show(), now.channel(), environment));
        }
        review(main, now.show());
        if (!now.show().description().isBlank()) {
            Paragraph words = new Paragraph(now.show().description());
            words.addClassNames("on-words", "t13");
            main.add(Parts.pane(Texts.of("show.description"), Parts.box("sec", words)));
        }
        main.add(new ShowHistory(
                now.show(),
                now.history(),
                now.channel().filter(c -> !c.isOnEdges()).isPresent()));
    }

    private boolean keepsPicture(Div main, ShowView.Seen now, ShowView.@Nullable Seen before) {
        return before != null
                && ShowPicture.isSame(before.show(), now.show())
                && main.getComponentCount() > 0
                && main.getComponentAt(0) instanceof ShowPicture picture
                && picture.shows(now.show(), now.channel(), environment);
    }

    /** What the second person needs to know, and what they said. */
    private void review(Div main, ShowRows.Show show) {
        String comment = show.review().comment();
        if (comment != null) {
            main.add(Parts.box(
                    "sec", Parts.box("note warn", Parts.icon("warn"), Parts.text(Texts.of("show.sentBack", comment)))));
        }
        List<ShowRows.Difference> differences = shows.diffSinceApproval(show.id());
        boolean open = show.state() == ShowState.DRAFT || show.state() == ShowState.IN_REVIEW;
        if (open && !differences.isEmpty()) {
            main.add(Parts.pane(Texts.of("show.sinceApproval"), Differences.of(differences)));
        }
    }
}
