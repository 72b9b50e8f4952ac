package live.onair.moderation;

import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.spi.FakeChat;
import live.onair.pins.Stall;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;

/** A show on air with its chat, for tests of what happens there. */
abstract class InChat {

    @Inject
    Stall stall;

    @Inject
    Moderation moderation;

    @Inject
    ModerationRounds rounds;

    @Inject
    ChatEntrance entrance;

    @Inject
    FakeChat chat;

    @Inject
    WorkRunner runner;

    String show = "";

    @BeforeEach
    void aShowIsOnAir() {
        chat.away(false);
        chat.told().clear();
        show = stall.onAir(stall.product(stall.seller(), "가 크림", 1_000, 10));
        as(Actor.ONAIR, () -> {
            rounds.begin();
            return show;
        });
        work();
    }

    final void work() {
        stall.pass(Duration.ofSeconds(3));
        runner.runDue();
    }

    final <T> T mod(java.util.function.Supplier<Outcome<T>> deed) {
        return as(MODERATOR, deed).orThrow();
    }

    final List<String> refused(java.util.function.Supplier<? extends Outcome<?>> deed) {
        return as(MODERATOR, deed).why().stream().map(Reason::code).toList();
    }

    final Outcome<ChatEntrance.Pass> pass(String viewer, String name) {
        return as(Actor.VIEWER, () -> entrance.pass(show, viewer, name, false));
    }

    final void says(String viewer, String name, String text) {
        assertThat(chat.say(chat.guest(pass(viewer, name).orThrow().pass()), UUID.randomUUID() + "", text))
                .isTrue();
    }

    final List<ChatLine> lines() {
        work();
        return as(MODERATOR, () -> moderation.lines(new Moderation.Wanted(show, null, null, null, null, 100)));
    }
}
