package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.scheduling.ShowState.Arming;
import live.onair.scheduling.ShowState.Health;
import live.onair.scheduling.ShowState.Unarmed;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.sql.Row;
import org.jspecify.annotations.Nullable;

/** Turns a database row into a {@link ShowRows.Show}. */
@Singleton
class ShowRowReader {

    private final Sightings signals;
    private final GateBook gate;
    private final Instance<ChannelPlanner> planners;
    private final Clock clock;

    @Inject
    ShowRowReader(Sightings signals, GateBook gate, @Any Instance<ChannelPlanner> planners, Clock clock) {
        this.signals = signals;
        this.gate = gate;
        this.planners = planners;
        this.clock = clock;
    }

    ShowRows.Show read(Row row) throws SQLException {
        Shows.Feed feed = new Shows.Feed(
                Shows.Source.valueOf(row.text("source")), row.textOrNull("replay_of"), row.textOrNull("file"));
        return new ShowRows.Show(
                row.text("id"),
                row.text("title"),
                row.text("description"),
                ShowState.valueOf(row.text("state")),
                health(row, feed.source()),
                new ShowRows.Named(row.text("channel_id"), row.text("channel_name")),
                row.isNull("studio_id") ? null : new ShowRows.Named(row.text("studio_id"), row.text("studio_name")),
                hosts(row),
                row.instant("starts_at"),
                row.instant("ends_at"),
                feed,
                row.number("reconnect_s"),
                new Shows.Slates(
                        row.textOrNull("slate_soon"),
                        row.textOrNull("slate_reconnect"),
                        row.textOrNull("slate_ended"),
                        row.textOrNull("slate_emergency")),
                row.number("tier"),
                airtime(row),
                arming(row),
                replay(row),
                review(row),
                row.number("seq"),
                row.number("version"));
    }

    private @Nullable Health health(Row row, Shows.Source source) throws SQLException {
        ShowState state = ShowState.valueOf(row.text("state"));
        if (!state.isLive() && state != ShowState.REHEARSAL) {
            return null;
        }
        String run = runOf(row);
        Optional<Channels.Signal> sample = signals.find(row.text("run_channel"));
        if (sample.isEmpty()) {
            return Health.UNKNOWN;
        }
        Health health = Health.of(state, source, sample.get(), clock.instant());
        boolean ours = run != null && run.equals(sample.get().run());
        return ours || health == Health.UNKNOWN ? health : state == ShowState.ON_AIR ? Health.FAULT : Health.WARN;
    }

    /** Told by what decides whether it is armed, from the last sample instead of a look. */
    private @Nullable Arming arming(Row row) throws SQLException {
        ShowState state = ShowState.valueOf(row.text("state"));
        boolean standby = state == ShowState.STANDBY;
        if (state != ShowState.APPROVED && !standby) {
            return null;
        }
        Instant now = clock.instant();
        Instant start = row.instant("starts_at");
        Channels.Signal sample = standby ? sampleOf(row) : null;
        boolean gateOpen =
                !standby || !row.isNull("override_reason") || !gate.holdsBack(row.text("id"), Gate.Guards.ON_AIR);
        Unarmed why = Unarmed.of(new ShowState.Chance(
                ChannelPlanner.hasSchedule(planners, row.text("backend")),
                sample != null && sample.state().equals("RUNNING"),
                row.isTrue("slate_on"),
                gateOpen,
                Duration.between(now, start)));
        boolean armed = standby && start.equals(row.instantOrNull("armed_for"));
        return Arming.of(armed ? start : null, sample != null && !Health.isFresh(sample, now), why);
    }

    private Channels.@Nullable Signal sampleOf(Row row) throws SQLException {
        String run = runOf(row);
        return signals.find(row.text("run_channel"))
                .filter(sample -> Objects.equals(run, sample.run()))
                .orElse(null);
    }

    private static @Nullable String runOf(Row row) throws SQLException {
        return row.number("run_no") == 0 ? null : row.text("id") + ":" + row.number("run_no");
    }

    private static List<ShowRows.Named> hosts(Row row) throws SQLException {
        List<String> ids = row.texts("hosts");
        List<String> names = row.texts("host_names");
        List<ShowRows.Named> hosts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            hosts.add(new ShowRows.Named(ids.get(i), names.get(i)));
        }
        return hosts;
    }

    private ShowRows.Airtime airtime(Row row) throws SQLException {
        return new ShowRows.Airtime(
                row.seconds("warm_up_s"),
                row.seconds("grace_s"),
                runOf(row),
                row.isTrue("slate_on"),
                row.isTrue("blur_on"),
                ChannelPlanner.blurs(planners, row.text("backend")),
                row.textOrNull("override_reason"),
                row.instantOrNull("rehearsal_until"),
                row.textOrNull("private_key"),
                row.instantOrNull("on_air_at"),
                row.instantOrNull("ended_at"));
    }

    private static ShowRows.Replay replay(Row row) throws SQLException {
        Duration length = row.isTrue("complete") ? Duration.ofMillis(Math.round(row.real("recorded") * 1000)) : null;
        return new ShowRows.Replay(
                row.isTrue("replay_wanted"),
                row.seconds("replay_delay_s"),
                row.instantOrNull("replay_at"),
                row.isTrue("replay_published"),
                length,
                row.textOrNull("replay_description"),
                secondsOrNull(row, "replay_thumbnail_s"));
    }

    static @Nullable Duration secondsOrNull(Row row, String column) throws SQLException {
        return row.isNull(column) ? null : row.seconds(column);
    }

    private static ShowRows.Review review(Row row) throws SQLException {
        return new ShowRows.Review(
                row.text("created_name"),
                row.instant("created_at"),
                row.text("changed_by"),
                row.text("changed_name"),
                row.instant("changed_at"),
                row.textOrNull("approved_name"),
                row.instantOrNull("approved_at"),
                row.textOrNull("review_comment"));
    }

    static final String SLOTS = "select id, title, state, starts_at, ends_at from scheduling.show where id = any (?)"
            + " and state not in ('CANCELLED', 'ARCHIVED')";

    static ShowRows.Slot slot(Row row) throws SQLException {
        return new ShowRows.Slot(
                row.text("id"),
                row.text("title"),
                ShowState.valueOf(row.text("state")),
                row.instant("starts_at"),
                row.instant("ends_at"));
    }
}
