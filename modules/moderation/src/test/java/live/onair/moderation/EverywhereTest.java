package live.onair.moderation;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatPerson;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.pins.Stall;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M2, M10: out of the chats of all shows, those that are open and those that open later, until it ends or is taken back. */
@RoomTest
class EverywhereTest extends InChat {

    private final String viewer = "viewer-" + UUID.randomUUID();

    @Inject
    Shows shows;

    @Inject
    Appeals appeals;

    @Inject
    Announcements announcements;

    private String first = "";
    private String second = "";
    private String member = "";

    @BeforeEach
    void twoChatsAreOpen() {
        first = stall.approved(stall.product(stall.seller(), "나 크림", 1_000, 10));
        aShowIsOnAir();
        second = show;
        says(viewer, "둘", "여기도 왔어요");
        show = first;
        says(viewer, "하나", "안녕하세요");
        member = lines().get(0).member();
        chat.told().clear();
    }

    private ChatBan banned(Integer minutes) {
        return mod(() -> moderation.banEverywhere(second, member, minutes, "거듭된 욕설"));
    }

    private List<String> why(String where, String name) {
        show = where;
        return pass(viewer, name).why().stream().map(Reason::code).toList();
    }

    private List<ChatDeed> deeds(String where) {
        return as(MODERATOR, () -> moderation.deeds(where, 20));
    }

    private ChatPerson person() {
        return as(MODERATOR, () -> moderation.person(member));
    }

    private boolean isOut(String where) {
        return as(MODERATOR, () -> moderation.bans(where)).stream()
                .anyMatch(one -> one.member().equals(member));
    }

    @Test
    void it_holds_in_every_open_chat_under_every_name_and_in_those_that_open_later() {
        assertThat(person()).extracting(ChatPerson::openIn).isEqualTo(2L);
        banned(null);
        work();
        assertThat(chat.told()).containsExactlyInAnyOrder("ban " + member, "ban " + member);
        assertThat(why(first, "다른 이름")).containsExactly("BANNED");
        assertThat(why(second, "또 다른 이름")).containsExactly("BANNED");
        assertThat(chat.isOut(first, member)).isTrue();
        aShowIsOnAir();
        assertThat(why(show, "새 이름")).containsExactly("BANNED");
        assertThat(chat.isOut(show, member)).as("told at the door").isTrue();
        assertThat(isOut(show)).isTrue();
        mod(() -> moderation.unban(show, member));
        work();
        assertThat(why(show, "새 이름")).isEmpty();
        assertThat(chat.isOut(show, member)).isFalse();
    }

    @Test
    void it_is_one_act_in_their_history_and_seen_in_each_chat_it_reached() {
        banned(null);
        work();
        assertThat(person().deeds())
                .filteredOn(deed -> deed.kind() == DeedKind.BAN)
                .singleElement()
                .satisfies(deed -> {
                    assertThat(deed.everywhere()).isTrue();
                    assertThat(deed.show()).isEqualTo(second);
                    assertThat(deed.reason()).isEqualTo("거듭된 욕설");
                    assertThat(deed.by()).isEqualTo(MODERATOR.name());
                });
        assertThat(deeds(first).get(0)).satisfies(deed -> {
            assertThat(deed.kind()).isEqualTo(DeedKind.BAN);
            assertThat(deed.everywhere()).isTrue();
            assertThat(deed.told()).isTrue();
        });
        assertThat(as(MODERATOR, () -> moderation.talkers(List.of(member)))
                        .get(0)
                        .deeds())
                .isEqualTo(1);
    }

    @Test
    void it_is_taken_back_for_all_from_whichever_chat() {
        banned(null);
        work();
        chat.told().clear();
        assertThat(mod(() -> moderation.unban(first, member)).everywhere()).isTrue();
        work();
        assertThat(chat.told()).containsExactlyInAnyOrder("unban " + member, "unban " + member);
        assertThat(why(first, "하나")).isEmpty();
        assertThat(why(second, "하나")).isEmpty();
        assertThat(refused(() -> moderation.unban(second, member))).containsExactly("NOT_BANNED");
        assertThat(deeds(second).get(0).kind()).isEqualTo(DeedKind.UNBAN);
    }

    @Test
    void it_is_what_is_taken_back_first_from_a_line_in_any_chat() {
        banned(null);
        show = first;
        long line = lines().get(0).number();
        assertThat(as(MODERATOR, () -> moderation.standing(line)))
                .hasValueSatisfying(deed -> assertThat(deed.kind()).isEqualTo(DeedKind.BAN));
        mod(() -> moderation.unban(first, member));
        assertThat(as(MODERATOR, () -> moderation.standing(line))).isEmpty();
    }

    @Test
    void for_a_while_it_ends_by_itself_in_all() {
        banned(30);
        work();
        assertThat(why(first, "하나")).containsExactly("TIMED_OUT");
        assertThat(why(second, "하나")).containsExactly("TIMED_OUT");
        stall.pass(Duration.ofMinutes(31));
        work();
        work();
        for (String one : List.of(first, second)) {
            assertThat(chat.isOut(one, member)).isFalse();
            assertThat(why(one, "하나")).isEmpty();
        }
        assertThat(deeds(second).get(0).by()).isEqualTo(Actor.ONAIR.name());
    }

    @Test
    void for_a_day_it_holds_in_a_chat_that_opens_within_it() {
        banned(1_440);
        aShowIsOnAir();
        assertThat(why(show, "하나")).containsExactly("TIMED_OUT");
        assertThat(chat.isOut(show, member)).isTrue();
    }

    @Test
    void a_ban_for_one_show_stays_when_that_for_all_ends() {
        mod(() -> moderation.ban(first, member, "도배"));
        banned(30);
        stall.pass(Duration.ofMinutes(31));
        work();
        work();
        assertThat(why(first, "하나")).containsExactly("BANNED");
        assertThat(chat.isOut(first, member)).isTrue();
        assertThat(why(second, "하나")).isEmpty();
        assertThat(chat.isOut(second, member)).isFalse();
    }

    @Test
    void a_ban_for_one_show_widens_and_one_for_all_gets_longer_never_shorter() {
        mod(() -> moderation.ban(second, member, "도배"));
        banned(60);
        assertThat(refused(() -> moderation.banEverywhere(first, member, 30, "또 도배")))
                .containsExactly("BANNED");
        assertThat(refused(() -> moderation.timeout(first, member, 30, null))).containsExactly("BANNED");
        mod(() -> moderation.timeout(first, member, 120, "또 도배"));
        banned(null);
        assertThat(refused(() -> moderation.ban(first, member, "도배"))).containsExactly("BANNED");
        assertThat(refused(() -> moderation.banEverywhere(first, member, null, "도배")))
                .containsExactly("BANNED");
        assertThat(as(MODERATOR, () -> moderation.bans(first)))
                .filteredOn(ban -> ban.member().equals(member))
                .singleElement()
                .satisfies(ban -> assertThat(ban.until()).isNull());
    }

    @Test
    void it_needs_a_reason_a_possible_time_somebody_who_talked_an_open_chat_and_the_right() {
        assertThat(refused(() -> moderation.banEverywhere(second, member, null, " ")))
                .containsExactly("REASON");
        assertThat(refused(() -> moderation.banEverywhere(second, member, 1_441, "도배")))
                .containsExactly("MINUTES");
        assertThat(refused(() -> moderation.banEverywhere(second, "nobody", null, "도배")))
                .containsExactly("NO_MEMBER");
        assertThatThrownBy(() -> as(AUDITOR, () -> moderation.banEverywhere(second, member, null, "도배")))
                .isInstanceOf(NotAllowedException.class);
        as(Stall.PLANNER, () -> shows.transition(second, ShowState.ENDED, "끝", null, null))
                .orThrow();
        assertThat(refused(() -> moderation.banEverywhere(second, member, null, "도배")))
                .containsExactly("CLOSED");
    }

    @Test
    void a_console_that_starts_again_tells_it_to_a_chat_that_has_lost_it() {
        banned(null);
        work();
        chat.loseBans();
        assertThat(chat.isOut(first, member)).isFalse();
        as(Actor.ONAIR, () -> {
            rounds.begin();
            return show;
        });
        work();
        assertThat(chat.isOut(first, member)).isTrue();
        assertThat(chat.isOut(second, member)).isTrue();
    }

    @Test
    void what_is_told_while_a_chat_is_away_arrives_when_it_is_back() {
        chat.away(true);
        banned(null);
        work();
        mod(() -> moderation.unban(first, member));
        work();
        assertThat(chat.told()).isEmpty();
        chat.away(false);
        work();
        assertThat(chat.told()).hasSize(4);
        assertThat(chat.isOut(first, member)).isFalse();
        assertThat(chat.isOut(second, member)).isFalse();
    }

    @Test
    void what_of_theirs_waits_in_any_chat_is_not_let_out() {
        show = first;
        says(viewer, "하나", "음, 글쎄요");
        lines();
        banned(null);
        assertThat(lines().get(0).state()).isEqualTo(LineState.DENIED);
    }

    @Test
    void a_line_of_theirs_that_is_held_up_in_any_chat_is_taken_down() {
        show = first;
        long line = lines().get(0).number();
        mod(() -> announcements.pin(line));
        work();
        assertThat(chat.pinned(first)).isEqualTo("안녕하세요");
        banned(null);
        work();
        assertThat(chat.pinned(first)).isNull();
    }

    @Test
    void one_appeal_is_made_against_it_and_granted_lets_them_in_everywhere() {
        banned(null);
        show = first;
        assertThat(as(Actor.VIEWER, () -> appeals.appeal(first, viewer, "제가 아닙니다"))
                        .isDone())
                .isTrue();
        assertThat(as(Actor.VIEWER, () -> appeals.appeal(second, viewer, "또")).why())
                .extracting(Reason::code)
                .containsExactly("APPEALED");
        long number = as(MODERATOR, () -> appeals.waiting(first)).get(0).number();
        Actor other = new Actor("other", "다른 모더레이터", Set.of(Role.MODERATOR), Actor.Source.UI);
        as(other, () -> appeals.grant(number, null)).orThrow();
        assertThat(why(second, "하나")).isEmpty();
    }
}
