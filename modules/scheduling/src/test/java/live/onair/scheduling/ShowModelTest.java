package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/**
 * Random commands against the room and against a small model of it: both must agree on every answer and every state. A
 * failure names its seed; {@code -Donair.proof.seed=N} plays it again.
 */
@RoomTest
class ShowModelTest {

    private static final Duration EDGE = Duration.ofSeconds(60);
    private static final List<Actor> PLANNERS = List.of(Stage.PLANNER, Stage.SECOND, Stage.ADMIN);

    @Inject
    Stage stage;

    /** What the model knows of a show. */
    private static final class Model {
        ShowState state = ShowState.DRAFT;
        String channel;
        Instant start;
        Instant end;
        String changedBy;
        Instant rehearsalUntil;
        Instant rehearsalFrom;
        Instant onAirAt;
        boolean nothingSent;

        boolean holds() {
            return !state.isOver();
        }

        boolean collides(Model other) {
            return holds()
                    && other.holds()
                    && channel.equals(other.channel)
                    && touches(start.minus(EDGE), end.plus(EDGE), other.start.minus(EDGE), other.end.plus(EDGE));
        }

        boolean rehearsesInto(String onChannel, Instant from, Instant to) {
            return state == ShowState.REHEARSAL
                    && channel.equals(onChannel)
                    && touches(rehearsalFrom, rehearsalUntil.plusSeconds(15), from, to);
        }
    }

    private static boolean touches(Instant a, Instant b, Instant c, Instant d) {
        return a.isBefore(d) && c.isBefore(b);
    }

    private final Map<String, Model> model = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private SplittableRandom random = new SplittableRandom(1);
    private List<String> channels = List.of();

    @Test
    void the_room_and_its_model_agree_on_every_answer_and_every_state() {
        long first = Long.getLong("onair.proof.seed", 4711L);
        int runs = Integer.getInteger("onair.proof.size", 2);
        for (long seed = first; seed < first + runs; seed++) {
            play(seed);
        }
        System.out.printf("model: seeds %d to %d, 120 commands each, 0 disagreements%n", first, first + runs - 1);
    }

    private void play(long seed) {
        stage.clean();
        model.clear();
        ids.clear();
        told.clear();
        random = new SplittableRandom(seed);
        channels = List.of(stage.channel(), stage.channel());
        for (int i = 0; i < 120; i++) {
            step();
            for (String id : ids) {
                assertThat(stage.state(id))
                        .as("seed %d: %s of %s", seed, id, told)
                        .isEqualTo(model.get(id).state);
            }
        }
        for (String id : ids) {
            List<String> numbers =
                    stage.sql.column("select seq from scheduling.transition where show_id = '" + id + "' order by seq");
            assertThat(numbers).hasSize(stage.show(id).seq());
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (ids.isEmpty() || dice < 14) {
            schedule();
        } else if (dice < 34) {
            time(Duration.ofSeconds(30L * (1 + random.nextInt(60))));
        } else {
            command(ids.get(random.nextInt(ids.size())), dice);
        }
    }

    private void schedule() {
        Model m = new Model();
        m.channel = channels.get(random.nextInt(2));
        m.start = stage.in(Duration.ofMinutes(5L * random.nextInt(1, 40)));
        m.end = m.start.plus(Duration.ofMinutes(5L * random.nextInt(1, 8)));
        Actor who = PLANNERS.get(random.nextInt(3));
        m.changedBy = who.id();
        boolean free = isFree(m, null);
        Outcome<ShowRows.Show> outcome = Stage.as(
                who, () -> stage.shows.schedule(Shows.Schedule.of("모형", m.channel, m.start, m.end, Shows.Feed.TEST)));
        agree("schedule", outcome, free);
        if (free) {
            String id = outcome.orThrow().id();
            model.put(id, m);
            ids.add(id);
        }
    }

    private boolean isFree(Model wanted, Model self) {
        return model.values().stream()
                .filter(m -> m != self)
                .noneMatch(m -> m.collides(wanted)
                        || m.rehearsesInto(wanted.channel, wanted.start.minus(EDGE), wanted.end.plus(EDGE)));
    }

    private void command(String id, int dice) {
        Model m = model.get(id);
        Actor who = PLANNERS.get(random.nextInt(3));
        Instant now = stage.clock.instant();
        if (dice < 46) {
            ShowState before = m.state;
            boolean may = before == ShowState.DRAFT && now.isBefore(m.end);
            to(
                    m,
                    ShowState.IN_REVIEW,
                    may,
                    "submit " + id,
                    Stage.as(who, () -> stage.lifecycle.submit(id, null, null)));
        } else if (dice < 62) {
            boolean may = m.state == ShowState.IN_REVIEW && !who.id().equals(m.changedBy) && now.isBefore(m.end);
            to(
                    m,
                    ShowState.APPROVED,
                    may,
                    "approve " + id,
                    Stage.as(who, () -> stage.lifecycle.approve(id, null, null)));
        } else if (dice < 65) {
            to(
                    m,
                    ShowState.DRAFT,
                    m.state == ShowState.IN_REVIEW,
                    "sendBack " + id,
                    Stage.as(who, () -> stage.lifecycle.sendBack(id, null, "다시")));
        } else if (dice < 68) {
            boolean may = m.state == ShowState.REHEARSAL || m.state.mayBecome(ShowState.CANCELLED);
            to(
                    m,
                    ShowState.CANCELLED,
                    may,
                    "cancel " + id,
                    Stage.as(who, () -> stage.lifecycle.cancel(id, null, "취소")));
        } else if (dice < 72) {
            to(
                    m,
                    m.state == ShowState.STANDBY ? ShowState.CANCELLED : ShowState.ENDED,
                    m.state.isLive(),
                    "stop " + id,
                    Stage.as(who, () -> stage.lifecycle.stop(new Lifecycle.Confirmed(id, id, "중단"))));
        } else if (dice < 76) {
            to(
                    m,
                    ShowState.ARCHIVED,
                    m.state.mayBecome(ShowState.ARCHIVED),
                    "archive " + id,
                    Stage.as(who, () -> stage.lifecycle.archive(id, null, null)));
        } else if (dice < 84) {
            rehearse(id, m, who, now);
        } else if (dice < 87) {
            to(
                    m,
                    ShowState.APPROVED,
                    m.state == ShowState.REHEARSAL,
                    "endRehearsal " + id,
                    Stage.as(who, () -> stage.lifecycle.endRehearsal(id)));
        } else {
            move(id, m, who, now);
        }
        time(Duration.ZERO);
    }

    private void to(Model m, ShowState to, boolean may, String what, Outcome<ShowRows.Show> outcome) {
        agree(what, outcome, may);
        if (may) {
            m.state = to;
        }
    }

    private void rehearse(String id, Model m, Actor who, Instant now) {
        Instant limit = m.start.minus(EDGE).minusSeconds(15);
        Instant until = now.plusSeconds(600).isBefore(limit) ? now.plusSeconds(600) : limit;
        boolean may = m.state == ShowState.APPROVED
                && !until.isBefore(now.plusSeconds(60))
                && model.values().stream()
                        .filter(o -> o != m)
                        .noneMatch(o -> o.rehearsesInto(m.channel, now, until.plusSeconds(15))
                                || (o.holds()
                                        && o.channel.equals(m.channel)
                                        && touches(o.start.minus(EDGE), o.end.plus(EDGE), now, until.plusSeconds(15))));
        agree(
                "rehearse " + id,
                Stage.as(who, () -> stage.lifecycle.rehearse(id, null, Duration.ofMinutes(10), null)),
                may);
        if (may) {
            m.state = ShowState.REHEARSAL;
            m.rehearsalFrom = now;
            m.rehearsalUntil = until;
        }
    }

    private void move(String id, Model m, Actor who, Instant now) {
        Model moved = new Model();
        moved.state = m.state;
        moved.channel = channels.get(random.nextInt(2));
        moved.start = now.plus(Duration.ofMinutes(5L * random.nextInt(1, 40)));
        moved.end = moved.start.plus(Duration.between(m.start, m.end));
        boolean same = moved.channel.equals(m.channel) && moved.start.equals(m.start);
        boolean may = same || (!m.state.isLive() && !m.state.isOver() && isFree(moved, m));
        agree(
                "move " + id,
                Stage.as(who, () -> stage.shows.move(new Shows.Move(id, null, moved.start, null, moved.channel))),
                may);
        if (may && !same) {
            m.start = moved.start;
            m.end = moved.end;
            m.channel = moved.channel;
            m.changedBy = who.id();
            if (m.state == ShowState.APPROVED || m.state == ShowState.REHEARSAL) {
                m.state = ShowState.IN_REVIEW;
            }
        }
    }

    /** Time passes for both; what the clock does is the same rule, said in other words. */
    private void time(Duration by) {
        told.add("+" + by.toSeconds() + " s");
        for (long left = by.toSeconds(); left >= 0; left -= 30) {
            stage.runner.runDue();
            model.values().forEach(this::settle);
            if (left >= 30) {
                stage.clock.advance(Duration.ofSeconds(30));
            }
        }
    }

    private void settle(Model m) {
        Instant now = stage.clock.instant();
        if (m.state == ShowState.REHEARSAL && !now.isBefore(m.rehearsalUntil)) {
            m.state = ShowState.APPROVED;
        }
        if (m.state == ShowState.APPROVED && !now.isBefore(m.end)) {
            m.state = ShowState.CANCELLED;
        }
        if (m.state == ShowState.APPROVED && !now.isBefore(m.start.minus(EDGE))) {
            m.state = ShowState.STANDBY;
        }
        if (m.state == ShowState.STANDBY && !now.isBefore(m.start)) {
            m.state = ShowState.ON_AIR;
            m.onAirAt = now;
        }
        if (m.state == ShowState.ON_AIR && !now.isBefore(m.end)) {
            m.state = ShowState.ENDED;
        }
        if (m.state == ShowState.ENDED && m.onAirAt.equals(now)) {
            m.nothingSent = true;
        }
        if (m.state == ShowState.ENDED && !m.nothingSent) {
            m.state = ShowState.REPLAY;
        }
    }

    private void agree(String what, Outcome<?> outcome, boolean may) {
        told.add(what + (outcome.isDone() ? "" : " refused"));
        assertThat(outcome.isDone()).as("%s after %s: %s", what, told, outcome).isEqualTo(may);
    }
}
