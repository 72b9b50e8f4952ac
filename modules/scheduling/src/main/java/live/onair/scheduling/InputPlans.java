package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.Plan;
import live.onair.scheduling.Channels.InputRules;
import live.onair.scheduling.Encoders.ChannelPress;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * The plan of other rules for a channel's inputs: what the open run is told at once, and what the next run will call because
 * of them. Both are kept until that run is made ready, and what is about to be called then is held against them.
 */
@Singleton
@Transactional
class InputPlans {

    private static final List<Deed> PREPARED = List.of(Deed.PREPARE);

    private final Statements sql;
    private final ChannelBook channels;
    private final InputBook inputs;
    private final InterruptionBook interruptions;
    private final Event<ResourceEvent> events;
    private final Instance<ChannelPlanner> planners;

    @Inject
    InputPlans(
            Statements sql,
            ChannelBook channels,
            InputBook inputs,
            InterruptionBook interruptions,
            Event<ResourceEvent> events,
            @Any Instance<ChannelPlanner> planners) {
        this.sql = sql;
        this.channels = channels;
        this.inputs = inputs;
        this.interruptions = interruptions;
        this.events = events;
        this.planners = planners;
    }

    /** The calls of rules: those of the open run, if there is one, and those that the next run makes more than before. */
    record Foretold(Plan now, Plan later) {

        /** Both, as they are shown. */
        Plan whole() {
            List<Plan.Call> calls = new ArrayList<>(now.calls());
            calls.addAll(later.calls());
            return new Plan(calls, now.shows(), later.seenAt());
        }
    }

    /** Asks the backend's adapter. */
    static Foretold foretold(
            ChannelPlanner planner, String channel, InputRules before, InputRules wanted, @Nullable RunSpec open) {
        Plan later = later(planner, channel, before, wanted);
        Plan now = open == null ? none(later.seenAt()) : planner.plan(open, PREPARED);
        return new Foretold(now, later);
    }

    /** The plan of a press that does nothing by then. */
    static Plan none(@Nullable Instant seenAt) {
        return new Plan(List.of(), List.of(), seenAt);
    }

    /** What a run that nobody has planned yet would call with these rules, and not with those. */
    private static Plan later(ChannelPlanner planner, String channel, InputRules before, InputRules wanted) {
        RunSpec next = new RunSpec(
                new Run(channel, "<next run of " + channel + ">", "<show>"),
                new RunSpec.Feed(RunSpec.FeedKind.INPUT, null, null, "<title>"),
                null,
                true,
                Duration.ofMinutes(1),
                new RunSpec.Slates("", "", "", ""),
                true);
        Plan with = planner.plan(next.with(InputBook.failover(wanted)), PREPARED);
        List<Plan.Call> more = new ArrayList<>(with.calls());
        more.removeAll(
                planner.plan(next.with(InputBook.failover(before)), PREPARED).calls());
        return new Plan(more, List.of(), with.seenAt());
    }

    /** Keeps what was approved for these rules; without an approval nothing is held against them. */
    void keep(Channels.Row before, Foretold approved, @Nullable RunSpec open, boolean byPlan) {
        if (!byPlan) {
            sql.run("delete from scheduling.input_plan where channel_id = ?", before.id());
            return;
        }
        String rules = written(before.inputRules());
        sql.run(
                "insert into scheduling.input_plan (channel_id, run, now_hash, calls, was, back)"
                        + " values (?, ?, ?, ?, ?::jsonb, ?::jsonb) on conflict (channel_id) do update set"
                        + " run = excluded.run, now_hash = excluded.now_hash, back = excluded.back,"
                        + " calls = input_plan.calls || excluded.calls",
                before.id(),
                open == null ? null : open.run().id(),
                approved.now().hash(),
                approved.later().calls().stream().map(InputPlans::digest).toList(),
                rules,
                rules);
    }

    /** What lies here of a channel. */
    record Kept(
            String channel,
            @Nullable String run,
            @Nullable String now,
            List<String> calls,
            InputRules was,
            InputRules back) {

        static Kept of(Row row) throws SQLException {
            return new Kept(
                    row.text("channel_id"),
                    row.textOrNull("run"),
                    row.textOrNull("now_hash"),
                    row.texts("calls"),
                    read(row.text("was")),
                    read(row.text("back")));
        }
    }

    Optional<Kept> kept(String channel) {
        return sql.one("select * from scheduling.input_plan where channel_id = ?", Kept::of, channel);
    }

    /**
     * Whether a run is made ready as it is wanted. If the open run would need other calls for its new rules than were approved,
     * it is not: the rules are taken back. A run that opened later is not held back, but whoever approved is told. The plan of a
     * rehearsal has all its calls in it.
     */
    static boolean begins(InputPlans plans, String backend, RunSpec spec) {
        Kept kept = plans.kept(spec.run().channel()).orElse(null);
        boolean open = kept != null && spec.run().id().equals(kept.run());
        if (kept == null || open && kept.now() == null) {
            return true;
        }
        ChannelPlanner planner = Backend.Named.adapter(plans.planners, backend);
        if (open) {
            return plans.begun(kept, spec.run().show(), hash(planner, spec));
        }
        Plan later = spec.privateKey() == null ? later(planner, kept.channel(), kept.was(), rules(spec)) : null;
        plans.ran(kept, spec.run(), later == null ? List.of() : later.calls());
        return true;
    }

    private static String hash(ChannelPlanner planner, RunSpec spec) {
        try {
            return planner.plan(spec, PREPARED).hash();
        } catch (CloudException e) {
            return "";
        }
    }

    /** The open run is brought to its rules, or the rules are taken back. */
    boolean begun(Kept kept, String show, String now) {
        String channel = kept.channel();
        if (now.equals(kept.now())) {
            sql.run("update scheduling.input_plan set now_hash = null where channel_id = ?", channel);
            events.fire(new ResourceEvent.PlanKept(channel, ChannelPress.INPUT_RULES));
            return true;
        }
        if (kept.back().equals(kept.was())) {
            sql.run("delete from scheduling.input_plan where channel_id = ?", channel);
        } else {
            sql.run("update scheduling.input_plan set now_hash = null where channel_id = ?", channel);
        }
        inputs.rule(channels.find(channel).orElseThrow(), kept.back());
        events.fire(new ResourceEvent.PlanNotBegun(channel, ChannelPress.INPUT_RULES));
        interruptions.set(true, AlarmKind.RULES_TAKEN_BACK, show, Map.of("channel", channel));
        return false;
    }

    /** A later run makes these calls because of the rules; they are held against those that were approved. */
    void ran(Kept kept, Run run, List<Plan.Call> calls) {
        String channel = kept.channel();
        sql.run("delete from scheduling.input_plan where channel_id = ?", channel);
        List<String> other = calls.stream()
                .filter(call -> !kept.calls().contains(digest(call)))
                .map(call -> call.service() + " " + call.operation())
                .toList();
        if (other.isEmpty()) {
            events.fire(new ResourceEvent.PlanKept(channel, ChannelPress.INPUT_RULES));
            return;
        }
        String words = String.join(", ", other);
        events.fire(new ResourceEvent.PlanBroken(channel, ChannelPress.INPUT_RULES, words));
        interruptions.set(true, AlarmKind.PLAN_OTHER, run.show(), Map.of("channel", channel, "calls", words));
    }

    private static InputRules rules(RunSpec spec) {
        Duration back = spec.failover().returnAfter();
        return new InputRules(
                spec.failover().second(),
                spec.failover().automatic(),
                back == null ? null : (Integer) (int) back.toSeconds());
    }

    private static String digest(Plan.Call call) {
        return new Plan(List.of(call), List.of(), null).hash();
    }

    private static String written(InputRules rules) {
        Map<String, Object> facts = new HashMap<>(Map.of("second", rules.second(), "automatic", rules.automatic()));
        if (rules.returnSeconds() != null) {
            facts.put("returnSeconds", rules.returnSeconds());
        }
        return Facts.write(facts);
    }

    private static InputRules read(String json) {
        Map<String, String> facts = Facts.read(json);
        String back = facts.get("returnSeconds");
        return new InputRules(
                Boolean.parseBoolean(facts.get("second")),
                Boolean.parseBoolean(facts.get("automatic")),
                back == null ? null : Integer.valueOf(back));
    }
}
