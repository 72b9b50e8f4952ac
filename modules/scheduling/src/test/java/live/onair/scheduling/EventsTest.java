package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import live.onair.kernel.DomainEvent;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class EventsTest {

    /** Hears everything, as the event log does. */
    @Singleton
    static class Ear {
        private final List<DomainEvent> heard = new ArrayList<>();

        void hear(@Observes DomainEvent event) {
            heard.add(event);
        }

        List<String> of(String show) {
            return heard.stream()
                    .filter(e -> e.aboutShow().filter(show::equals).isPresent())
                    .map(DomainEvent::kind)
                    .toList();
        }

        /** Each time the show was blurred, and each time it no longer was, in their order. */
        List<ShowEvent.BlurSwitched> blurs(String show) {
            return heard.stream()
                    .filter(ShowEvent.BlurSwitched.class::isInstance)
                    .map(ShowEvent.BlurSwitched.class::cast)
                    .filter(e -> e.show().equals(show))
                    .toList();
        }
    }

    @Inject
    Stage stage;

    @Inject
    Ear ear;

    @Test
    void the_whole_life_of_a_show_is_told() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        Stage.as(
                        Stage.PLANNER,
                        () -> stage.shows.move(new Shows.Move(id, null, stage.in(Duration.ofHours(3)), null, null)))
                .orThrow();
        stage.approve(id);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.rehearse(id, null, null, null))
                .orThrow();
        stage.pass(Duration.ofHours(1));
        Stage.as(Stage.OPS, () -> stage.lifecycle.overrideGate(id, "시험")).orThrow();
        stage.passUntil(stage.show(id).startsAt());
        Stage.as(Stage.OPS, () -> stage.lifecycle.extend(id, Duration.ofMinutes(5)))
                .orThrow();
        Stage.as(Stage.OPS, () -> stage.lifecycle.slateOn(new Lifecycle.Confirmed(id, id, "시험")))
                .orThrow();
        Stage.as(Stage.OPS, () -> stage.lifecycle.blurOn(new Lifecycle.Confirmed(id, id, "시험")))
                .orThrow();
        stage.passUntil(stage.show(id).endsAt());
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.withdrawReplay(id, "", null))
                .orThrow();
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.archive(id, null, "")).orThrow();
        assertThat(ear.of(id))
                .containsExactly(
                        "show.Scheduled",
                        "show.Changed",
                        "show.Moved",
                        "show.Submitted",
                        "show.Approved",
                        "show.RehearsalStarted",
                        "show.RehearsalEnded",
                        "show.GateOverridden",
                        "show.StoodBy",
                        "show.WentOnAir",
                        "show.Extended",
                        "show.SlateSwitched",
                        "show.BlurSwitched",
                        "show.SlateSwitched",
                        "show.BlurSwitched",
                        "show.Ended",
                        "show.ReplayPublished",
                        "show.ReplayShown",
                        "show.ReplayWithdrawn",
                        "show.Archived");
        assertThat(ear.heard)
                .filteredOn(ShowEvent.Changed.class::isInstance)
                .singleElement()
                .satisfies(e -> assertThat(((ShowEvent.Changed) e).fields()).containsOnlyKeys("start", "end"));
    }

    @Test
    void what_happens_to_resources_and_alarms_is_told_under_names_of_their_own() {
        String channel = stage.channel();
        Stage.as(Stage.OPS, () -> stage.encoders.rotateKey(channel, null, null, null))
                .orThrow();
        stage.interruptions.open(Interruptions.AlarmKind.BLACK, null, java.util.OptionalInt.empty(), Map.of());
        stage.interruptions.close(Interruptions.AlarmKind.BLACK, null);
        assertThat(ear.heard)
                .extracting(DomainEvent::kind)
                .contains("resource.Added", "resource.KeyRotated", "interruption.Opened", "interruption.Closed");
        assertThat(ear.heard.toString()).as("no key in clear").doesNotContain("key=");
    }

    @Test
    void a_refused_command_tells_nothing_that_lasts() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        int version = stage.show(id).version();
        assertThat(Stage.as(Stage.PLANNER, () -> stage.shows.transition(id, ShowState.ON_AIR, "", null, null))
                        .isDone())
                .isFalse();
        assertThat(stage.show(id).version()).isEqualTo(version);
        assertThat(stage.shows.history(id)).isEmpty();
    }
}
