package live.onair.questions;

import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import live.onair.kernel.Actor;
import live.onair.kernel.Reason;
import live.onair.moderation.Announcements;
import live.onair.moderation.Announcements.Announcement;
import live.onair.moderation.Announcements.Style;
import live.onair.moderation.ModerationRounds;
import live.onair.pins.Pins;
import live.onair.pins.Stall;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.Test;

/** O8: kept words name what is pinned while they are said. */
@RoomTest
class SoldInShowTest {

    @Inject
    Stall stall;

    @Inject
    Pins pins;

    @Inject
    Announcements announcements;

    @Inject
    ModerationRounds chats;

    @Inject
    WorkRunner runner;

    @Test
    void what_is_said_names_the_product_that_is_pinned_then_and_its_price() {
        String cream = stall.product(stall.seller(), "가 크림", 12_900, 10);
        String show = stall.onAir(cream);
        as(Actor.ONAIR, () -> {
            chats.begin();
            return show;
        });
        runner.runDue();
        assertThat(as(MODERATOR, () -> announcements.say(show, null, "{상품} 지금 {가격}!"))
                        .why())
                .extracting(Reason::code)
                .containsExactly("NOTHING_PINNED");
        done(() -> pins.pin(show, cream));
        assertThat(as(MODERATOR, () -> announcements.say(show, Style.HIGHLIGHT, "{상품} 지금 {price}!"))
                        .orThrow()
                        .text())
                .isEqualTo("가 크림 지금 12,900원!");

        as(MODERATOR, () -> announcements.repeat(show, null, "{product} 보고 계세요", 5))
                .orThrow();
        done(() -> pins.unpin(show, cream));
        stall.pass(Duration.ofMinutes(6));
        runner.runDue();
        done(() -> pins.pin(show, cream));
        stall.pass(Duration.ofMinutes(6));
        runner.runDue();
        assertThat(as(MODERATOR, () -> announcements.of(show, 10)))
                .extracting(Announcement::text)
                .as("once when it began, nothing while nothing was pinned, and again")
                .containsExactly("가 크림 보고 계세요", "가 크림 보고 계세요", "가 크림 지금 12,900원!");
    }
}
