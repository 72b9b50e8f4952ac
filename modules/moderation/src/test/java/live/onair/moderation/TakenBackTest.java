package live.onair.moderation;

import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.ModerationRows.Talker;
import live.onair.pins.Stall;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** O3, M5: what was done is taken back in its order, told under its own name, and does not reach into the past. */
@RoomTest
class TakenBackTest extends InChat {

    @Inject
    ChatKeeping keeping;

    @Inject
    Shows shows;

    @Inject
    FakeClock clock;

    private Optional<DeedKind> standing(ChatLine line) {
        return as(MODERATOR, () -> moderation.standing(line.number())).map(ChatDeed::kind);
    }

    @Test
    void what_was_done_last_about_a_line_or_its_author_is_what_is_taken_back() {
        says("viewer-11111", "하나", "안녕하세요");
        ChatLine line = lines().get(0);
        assertThat(standing(line)).isEmpty();
        mod(() -> moderation.hide(line.number(), null));
        assertThat(standing(line)).contains(DeedKind.HIDE);
        mod(() -> moderation.timeout(show, line.member(), 10, null));
        assertThat(standing(line)).contains(DeedKind.BAN);
        mod(() -> moderation.unban(show, line.member()));
        assertThat(standing(line)).contains(DeedKind.HIDE);
        mod(() -> moderation.restore(line.number()));
        assertThat(standing(line)).isEmpty();
    }

    @Test
    void a_line_that_is_brought_back_is_told_as_such_and_comes_back_in_the_chat() {
        says("viewer-11111", "하나", "안녕하세요");
        ChatLine line = lines().get(0);
        chat.told().clear();
        mod(() -> moderation.hide(line.number(), null));
        mod(() -> moderation.restore(line.number()));
        work();
        assertThat(as(MODERATOR, () -> moderation.deeds(show, 10)))
                .extracting(ChatDeed::kind)
                .containsExactly(DeedKind.RESTORE, DeedKind.HIDE);
        assertThat(chat.told()).extracting(told -> told.replaceAll(" .*", "")).containsExactly("hide", "approve");
    }

    @Test
    void lines_stand_in_the_past_as_they_stood_then() {
        says("viewer-11111", "하나", "안녕하세요");
        says("viewer-22222", "둘", "음, 글쎄요");
        List<ChatLine> now = lines();
        Instant before = clock.instant();
        stall.pass(Duration.ofMinutes(1));
        mod(() -> moderation.hide(now.get(1).number(), "도배"));
        mod(() -> moderation.approve(now.get(0).number()));
        Instant between = clock.instant();
        stall.pass(Duration.ofMinutes(1));
        mod(() -> moderation.restore(now.get(1).number()));
        assertThat(states(before)).containsExactly(LineState.HELD, LineState.SHOWN);
        assertThat(states(between)).containsExactly(LineState.SHOWN, LineState.HIDDEN);
        assertThat(states(clock.instant())).containsExactly(LineState.SHOWN, LineState.SHOWN);
    }

    private List<LineState> states(Instant at) {
        List<ChatLine> now =
                as(MODERATOR, () -> moderation.lines(new Moderation.Wanted(show, null, null, null, null, 100)));
        return as(MODERATOR, () -> keeping.asOf(now, at)).stream()
                .map(ChatLine::state)
                .toList();
    }

    @Test
    void who_speaks_for_the_first_time_and_of_whom_something_was_taken_away_before_is_known() {
        says("viewer-31111", "하나", "안녕하세요");
        says("viewer-32222", "둘", "음, 글쎄요");
        says("viewer-31111", "하나", "음, 또 저예요");
        List<ChatLine> now = lines();
        mod(() -> moderation.hide(now.get(2).number(), null));
        assertThat(as(
                        MODERATOR,
                        () -> moderation.talkers(
                                List.of(now.get(1).member(), now.get(0).member()))))
                .containsExactlyInAnyOrder(
                        new Talker(now.get(1).member(), true, 0),
                        new Talker(now.get(0).member(), false, 1));
    }

    @Test
    void in_a_chat_that_is_over_nothing_is_set_and_nobody_is_put_out_any_more() {
        says("viewer-11111", "하나", "안녕하세요");
        ChatLine line = lines().get(0);
        int version = as(MODERATOR, () -> moderation.of(show)).orElseThrow().version();
        as(Stall.PLANNER, () -> shows.transition(show, ShowState.ENDED, "끝", null, null))
                .orThrow();
        assertThat(refused(() -> moderation.settings(show, ChatSettings.USUAL, version)))
                .containsExactly("CLOSED");
        assertThat(refused(() -> moderation.ban(show, line.member(), "도배"))).containsExactly("CLOSED");
        assertThat(refused(() -> moderation.timeout(show, line.member(), 5, null)))
                .containsExactly("CLOSED");
    }
}
