package live.onair.moderation;

import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import live.onair.kernel.Actor;
import live.onair.moderation.Shields.Freeze;
import live.onair.pins.Stall;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** O6: a chat is frozen by somebody, for a while or until its show ends, and thaws by itself. */
@RoomTest
class FreezeTest extends InChat {

    @Inject
    Shields shields;

    @Inject
    Shows shows;

    private Optional<Freeze> frozen() {
        return as(MODERATOR, () -> shields.freezeOf(show));
    }

    private int version() {
        return as(MODERATOR, () -> moderation.of(show)).orElseThrow().version();
    }

    @Test
    void a_frozen_chat_tells_by_whom_and_since_when_and_thaws_at_its_time() {
        mod(() -> shields.freeze(show, 5));
        work();
        assertThat(chat.settings(show).frozen()).isTrue();
        assertThat(frozen().orElseThrow().by()).isEqualTo(MODERATOR.name());
        assertThat(frozen().orElseThrow().until()).isNotNull();
        stall.pass(Duration.ofMinutes(4));
        work();
        assertThat(frozen()).isPresent();
        stall.pass(Duration.ofMinutes(2));
        work();
        work();
        assertThat(frozen()).isEmpty();
        assertThat(chat.settings(show).frozen()).isFalse();
        assertThat(refused(() -> shields.thaw(show))).containsExactly("NOT_FROZEN");
    }

    @Test
    void another_time_counts_instead_and_without_one_it_stays_frozen_until_the_show_ends() {
        mod(() -> shields.freeze(show, 5));
        Freeze first = frozen().orElseThrow();
        mod(() -> shields.freeze(show, null));
        assertThat(frozen().orElseThrow().since()).isEqualTo(first.since());
        stall.pass(Duration.ofMinutes(20));
        work();
        assertThat(frozen()).isPresent();
        assertThat(refused(() -> shields.freeze(show, 0))).containsExactly("MINUTES");
        as(Stall.PLANNER, () -> shows.transition(show, ShowState.ENDED, "끝", null, null))
                .orThrow();
        assertThat(frozen()).isEmpty();
        assertThat(refused(() -> shields.freeze(show, null))).containsExactly("CLOSED");
    }

    @Test
    void what_freezes_by_another_way_is_known_too_and_a_shield_that_comes_down_freezes_nothing_again() {
        mod(() -> moderation.settings(show, new ChatSettings(0, true, false, true, true, 0), version()));
        assertThat(frozen().orElseThrow().by()).isEqualTo(MODERATOR.name());
        mod(() -> shields.freeze(show, 5));
        mod(() -> shields.raise(show));
        mod(() -> moderation.settings(show, new ChatSettings(0, true, false, true, true, 0), version()));
        mod(() -> shields.freeze(show, 5));
        stall.pass(Duration.ofMinutes(6));
        work();
        mod(() -> shields.lower(show));
        assertThat(frozen()).isEmpty();
        work();
        assertThat(chat.settings(show).frozen()).isFalse();
    }

    @Test
    void the_console_that_begins_again_thaws_what_should_have_thawed_meanwhile() {
        mod(() -> shields.freeze(show, 10));
        stall.pass(Duration.ofMinutes(30));
        as(Actor.ONAIR, () -> {
            rounds.begin();
            return show;
        });
        work();
        assertThat(frozen()).isEmpty();
    }
}
