package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.audit.AuditLog;
import live.onair.audit.AuditRow;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Happened;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.disputes.HoldNote;
import live.onair.ui.inventory.RecordingPane;
import org.jspecify.annotations.Nullable;

/** What stands beside a show: alarms first, then what it still needs, its plan, and what was changed last. */
@Dependent
class ShowSide {

    private static final int LATEST = 4;
    private static final int LONGEST = 240;

    private final Interruptions interruptions;
    private final AuditLog log;
    private final Clock clock;
    private final RecordingPane recordings;
    private final Div latest = Parts.box("sec");
    private final HoldNote holds;

    @Inject
    ShowSide(Interruptions interruptions, AuditLog log, Clock clock, RecordingPane recordings, HoldNote holds) {
        this.recordings = recordings;
        this.holds = holds;
        this.interruptions = interruptions;
        this.log = log;
        this.clock = clock;
    }

    /** What is known of its recording in the cloud; null while it goes on, and where our own edges keep it. */
    RecordingPane.@Nullable Kept kept(ShowRows.Show show, Optional<Channels.Row> channel) {
        boolean there = show.airtime().endedAt() != null
                && channel.filter(it -> !it.isOnEdges()).isPresent();
        return there ? recordings.of(show.id()) : null;
    }

    /** Why its recording is kept, as far as disputes are the reason. */
    List<DisputeHold> held(String show) {
        return holds.of(show);
    }

    /** What has happened last. */
    List<AuditRow> happened(String show) {
        return log.historyOf(show, LATEST);
    }

    void draw(Div side, ShowView.Seen now, ShowView.@Nullable Seen before, Runnable then) {
        if (before == null || !before.happened().equals(now.happened())) {
            latest(now.happened());
        }
        boolean same = before != null
                && before.alarms().equals(now.alarms())
                && before.checks().equals(now.checks())
                && before.history().equals(now.history())
                && Objects.equals(before.kept(), now.kept())
                && before.held().equals(now.held())
                && before.show().version() == now.show().version()
                && before.show().replay().equals(now.show().replay());
        if (same) {
            return;
        }
        side.removeAll();
        side.add(
                ShowPanes.alarms(now.alarms(), clock.instant(), interruptions, then),
                ShowPanes.gate(now.show().id(), now.checks()),
                ShowPanes.replay(now.show()));
        if (now.kept() != null) {
            side.add(recordings.draw(now.kept()));
        }
        side.add(holds.draw(now.held()), ShowPanes.plan(now.show()), latest);
    }

    /** By itself: much of what happens changes nothing else of the page. */
    private void latest(List<AuditRow> rows) {
        latest.removeAll();
        latest.add(new H3(Texts.of("show.latest")));
        rows.forEach(row -> {
            Happened happened = Happened.of(row);
            String all = happened.brief();
            String facts = all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
            latest.add(Parts.text(
                    Times.brief(row.at()) + " " + row.actorName() + " · " + happened.what()
                            + (facts.isEmpty() ? "" : " · " + facts),
                    "c2",
                    "t12"));
        });
    }
}
