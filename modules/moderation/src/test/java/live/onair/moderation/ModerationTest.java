package live.onair.moderation;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Reason;
import live.onair.moderation.ModerationRows.Chat;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.spi.ChatRooms.Capability;
import live.onair.moderation.spi.ChatRooms.Guest;
import live.onair.pins.Stall;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** A chat opens with its show; what is said in it is kept once; what moderators do arrives in its order. */
@RoomTest
class ModerationTest extends InChat {

    @Inject
    Shows shows;

    private Chat held() {
        return as(MODERATOR, () -> moderation.of(show)).orElseThrow();
    }

    @Test
    void a_chat_opens_with_its_show_and_closes_with_it() {
        assertThat(chat.settings(show)).isEqualTo(ChatSettings.USUAL);
        assertThat(held().open()).isTrue();
        as(Stall.PLANNER, () -> shows.transition(show, ShowState.ENDED, "증명 끝", null, null))
                .orThrow();
        work();
        assertThat(chat.settings(show)).isNull();
        assertThat(held().open()).isFalse();
        assertThat(pass("viewer-12345", "나").why()).extracting(Reason::code).containsExactly("CLOSED");
    }

    @Test
    void what_was_said_is_kept_once_also_when_the_list_is_read_again_or_lost() {
        says("viewer-11111", "하나", "안녕하세요");
        says("viewer-22222", "둘", "음, 글쎄요");
        assertThat(lines()).extracting(ChatLine::text).containsExactly("음, 글쎄요", "안녕하세요");
        assertThat(lines()).extracting(ChatLine::state).containsExactly(LineState.HELD, LineState.SHOWN);
        assertThat(held().held()).isEqualTo(1);
        assertThat(held().oldestHeld()).isNotNull();
        chat.lose();
        says("viewer-11111", "하나", "새 목록");
        assertThat(lines()).extracting(ChatLine::text).containsExactly("새 목록", "음, 글쎄요", "안녕하세요");
        assertThat(held().lines()).isEqualTo(3);
    }

    @Test
    void lines_are_found_by_words_member_and_state_and_read_page_by_page() {
        for (int i = 0; i < 5; i++) {
            says("viewer-11111", "하나", "문의 " + i);
        }
        says("viewer-22222", "둘", "음, 문의");
        List<ChatLine> all = lines();
        assertThat(find(null, null, "문의 3")).extracting(ChatLine::text).containsExactly("문의 3");
        assertThat(find(null, null, "둘")).extracting(ChatLine::text).containsExactly("음, 문의");
        assertThat(find(LineState.HELD, null, null)).hasSize(1);
        assertThat(find(null, all.get(1).member(), null)).hasSize(5);
        List<ChatLine> older = as(
                MODERATOR,
                () -> moderation.lines(
                        new Moderation.Wanted(show, null, null, null, all.get(2).number(), 2)));
        assertThat(older)
                .extracting(ChatLine::number)
                .containsExactly(all.get(3).number(), all.get(4).number());
    }

    private List<ChatLine> find(LineState state, String member, String words) {
        return as(MODERATOR, () -> moderation.lines(new Moderation.Wanted(show, state, member, words, null, 100)));
    }

    @Test
    void what_moderators_do_arrives_in_its_order_also_after_the_chat_was_away() {
        says("viewer-11111", "하나", "안녕하세요");
        says("viewer-22222", "둘", "음, 하나");
        says("viewer-22222", "둘", "음, 둘");
        List<ChatLine> all = lines();
        chat.away(true);
        mod(() -> moderation.hide(all.get(2).number(), "도배"));
        mod(() -> moderation.approve(all.get(1).number()));
        mod(() -> moderation.deny(all.get(0).number(), null));
        mod(() -> moderation.ban(show, all.get(0).member(), "거듭된 도배"));
        work();
        assertThat(chat.told()).isEmpty();
        assertThat(deeds()).extracting(ModerationRows.ChatDeed::told).containsOnly(false);
        chat.away(false);
        work();
        assertThat(chat.told())
                .extracting(told -> told.replaceAll(" .*", ""))
                .containsExactly("hide", "approve", "hide", "ban");
        assertThat(deeds())
                .extracting(ModerationRows.ChatDeed::kind)
                .containsExactly(DeedKind.BAN, DeedKind.DENY, DeedKind.APPROVE, DeedKind.HIDE);
        assertThat(deeds()).extracting(ModerationRows.ChatDeed::told).containsOnly(true);
        assertThat(lines())
                .extracting(ChatLine::state)
                .containsExactly(LineState.DENIED, LineState.SHOWN, LineState.HIDDEN);
        assertThat(lines().get(2).reason()).isEqualTo("도배");
    }

    private List<ModerationRows.ChatDeed> deeds() {
        return as(MODERATOR, () -> moderation.deeds(show, 100));
    }

    @Test
    void who_is_banned_gets_no_pass_under_any_name_until_the_ban_is_taken_back() {
        says("viewer-11111", "하나", "안녕하세요");
        String member = lines().get(0).member();
        assertThat(refused(() -> moderation.ban(show, member, " "))).containsExactly("REASON");
        assertThat(refused(() -> moderation.ban(show, "nobody", "도배"))).containsExactly("NO_MEMBER");
        mod(() -> moderation.ban(show, member, "도배"));
        assertThat(refused(() -> moderation.ban(show, member, "도배"))).containsExactly("BANNED");
        assertThat(pass("viewer-11111", "다른 이름").why()).extracting(Reason::code).containsExactly("BANNED");
        assertThat(lines().get(0).banned()).isTrue();
        mod(() -> moderation.unban(show, member));
        assertThat(refused(() -> moderation.unban(show, member))).containsExactly("NOT_BANNED");
        assertThat(pass("viewer-11111", "다른 이름").isDone()).isTrue();
    }

    @Test
    void who_is_timed_out_comes_in_again_by_themselves_and_a_longer_one_lasts_longer() {
        says("viewer-11111", "하나", "안녕하세요");
        String member = lines().get(0).member();
        assertThat(refused(() -> moderation.timeout(show, member, 0, null))).containsExactly("MINUTES");
        assertThat(refused(() -> moderation.timeout(show, member, 1_441, null))).containsExactly("MINUTES");
        assertThat(refused(() -> moderation.timeout(show, "nobody", 5, null))).containsExactly("NO_MEMBER");
        mod(() -> moderation.timeout(show, member, 5, null));
        mod(() -> moderation.timeout(show, member, 10, "또 도배"));
        assertThat(refused(() -> moderation.timeout(show, member, 5, null))).containsExactly("BANNED");
        assertThat(pass("viewer-11111", "하나").why()).extracting(Reason::code).containsExactly("TIMED_OUT");
        stall.pass(Duration.ofMinutes(6));
        work();
        assertThat(pass("viewer-11111", "하나").why()).extracting(Reason::code).containsExactly("TIMED_OUT");
        stall.pass(Duration.ofMinutes(5));
        work();
        assertThat(pass("viewer-11111", "하나").isDone()).isTrue();
        work();
        assertThat(chat.told()).extracting(told -> told.replaceAll(" .*", "")).containsExactly("ban", "ban", "unban");
        assertThat(deeds().get(0).by()).isEqualTo(Actor.ONAIR.name());
        assertThat(deeds().get(1).until()).isNotNull();
    }

    @Test
    void a_timeout_becomes_a_ban_and_a_ban_never_a_timeout() {
        says("viewer-11111", "하나", "안녕하세요");
        String member = lines().get(0).member();
        mod(() -> moderation.timeout(show, member, 5, null));
        mod(() -> moderation.ban(show, member, "거듭된 도배"));
        assertThat(refused(() -> moderation.timeout(show, member, 60, null))).containsExactly("BANNED");
        stall.pass(Duration.ofMinutes(6));
        work();
        assertThat(pass("viewer-11111", "하나").why()).extracting(Reason::code).containsExactly("BANNED");
        assertThat(as(MODERATOR, () -> moderation.bans(show)).get(0).until()).isNull();
    }

    @Test
    void what_is_known_of_somebody_is_there_in_their_next_show() {
        says("viewer-11111", "하나", "안녕하세요");
        String member = lines().get(0).member();
        String first = show;
        assertThat(refused(() -> moderation.note(first, member, " "))).containsExactly("NOTE");
        assertThat(refused(() -> moderation.note(first, member, "가".repeat(501))))
                .containsExactly("NOTE");
        assertThat(refused(() -> moderation.note(first, "nobody", "메모"))).containsExactly("NO_MEMBER");
        mod(() -> moderation.note(first, member, "지난번에 경고함"));
        mod(() -> moderation.ban(first, member, "도배"));
        aShowIsOnAir();
        says("viewer-11111", "새 이름", "또 왔어요");
        ModerationRows.ChatPerson person =
                as(MODERATOR, () -> moderation.person(lines().get(0).member()));
        assertThat(person.member()).isEqualTo(member);
        assertThat(person.lines()).isEqualTo(2);
        assertThat(person.shows()).isEqualTo(2);
        assertThat(person.notes()).extracting(ModerationRows.ChatNote::text).containsExactly("지난번에 경고함");
        assertThat(person.deeds()).extracting(ModerationRows.ChatDeed::show).containsExactly(first);
    }

    @Test
    void of_two_moderators_one_decides_and_nothing_is_decided_twice() {
        says("viewer-11111", "하나", "음, 글쎄요");
        says("viewer-11111", "하나", "안녕하세요");
        ChatLine shown = lines().get(0);
        ChatLine waits = lines().get(1);
        mod(() -> moderation.approve(waits.number()));
        assertThat(refused(() -> moderation.deny(waits.number(), null))).containsExactly("NOT_HELD");
        assertThat(refused(() -> moderation.approve(shown.number()))).containsExactly("NOT_HELD");
        mod(() -> moderation.hide(shown.number(), null));
        assertThat(refused(() -> moderation.hide(shown.number(), null))).containsExactly("NOT_SHOWN");
        assertThat(refused(() -> moderation.hide(-1, null))).containsExactly("NO_LINE");
        Chat chatNow = held();
        ChatSettings slow = new ChatSettings(10, false, true, true, true, 3);
        mod(() -> moderation.settings(show, slow, chatNow.version()));
        assertThat(refused(() -> moderation.settings(show, ChatSettings.USUAL, chatNow.version())))
                .containsExactly("CHANGED");
        assertThat(refused(() -> moderation.settings(
                        show, new ChatSettings(-1, false, false, false, false, 0), chatNow.version() + 1)))
                .containsExactly("SETTINGS");
        work();
        assertThat(chat.settings(show)).isEqualTo(slow);
    }

    @Test
    void names_that_turn_hide_or_are_too_long_get_no_pass() {
        for (String name : List.of("", " ", "가".repeat(21), "나\u202e쁜", "빈\u200b칸")) {
            assertThat(pass("viewer-11111", name).why())
                    .extracting(Reason::code)
                    .containsExactly("NAME");
        }
        assertThat(pass("x", "나").why()).extracting(Reason::code).containsExactly("VIEWER");
    }

    @Test
    void names_of_abuse_of_links_and_of_who_speaks_for_the_show_get_no_pass_and_words_why() {
        Map<String, String> refused = Map.of(
                "시발놈", "NAME_WORDS", "01012345678", "NAME_WORDS", "evil.com", "NAME_LINK", "관 리 자", "NAME_STAFF");
        refused.forEach((name, why) -> assertThat(pass("viewer-33333", name).why())
                .extracting(Reason::code)
                .containsExactly(why));
        assertThat(pass("viewer-33333", "👩\u200D👧 미나").isDone()).isTrue();
    }

    @Test
    void only_who_follows_gets_a_pass_that_says_so() {
        Guest guest = chat.guest(pass("viewer-33333", "하나").orThrow().pass());
        assertThat(guest.can()).containsExactly(Capability.SAY);
        String follows = as(Actor.VIEWER, () -> entrance.pass(show, "viewer-33333", "하나", true))
                .orThrow()
                .pass();
        assertThat(chat.guest(follows).can()).containsExactlyInAnyOrder(Capability.SAY, Capability.FOLLOW);
    }

    @Test
    void a_line_with_signs_that_the_database_cannot_hold_stops_nothing() {
        says("viewer-33333", "하나", "배송\u0000 언제 \uD83D와요");
        says("viewer-44444", "둘", "음, \u202E는너");
        says("viewer-44444", "둘", "다음 말");
        assertThat(lines()).extracting(ChatLine::text).containsExactly("다음 말", "음, 는너", "배송 언제 와요");
    }

    @Test
    void an_entry_that_the_database_refuses_is_passed_over_and_the_others_are_kept_once() {
        says("viewer-33333", "하나", "앞의 말");
        assertThat(chat.say(new Guest(show, "m\u0000", "영", Set.of(Capability.SAY), 60), "broken", "깨진 말"))
                .isTrue();
        says("viewer-33333", "하나", "뒤의 말");
        assertThat(lines()).extracting(ChatLine::text).containsExactly("뒤의 말", "앞의 말");
        assertThat(held().lines()).isEqualTo(2);
        says("viewer-33333", "하나", "더 뒤의 말");
        assertThat(lines()).hasSize(3);
        assertThat(held().isBehind(held().asOf())).isFalse();
    }

    @Test
    void a_chat_that_is_not_read_is_behind_half_a_minute_later() {
        says("viewer-33333", "하나", "안녕하세요");
        lines();
        Instant read = held().asOf();
        chat.away(true);
        stall.pass(Duration.ofMinutes(1));
        work();
        assertThat(held().asOf()).isEqualTo(read);
        assertThat(held().isBehind(read.plusSeconds(30))).isFalse();
        assertThat(held().isBehind(read.plusSeconds(31))).isTrue();
        chat.away(false);
        work();
        assertThat(held().asOf()).isAfter(read.plusSeconds(31));
    }

    @Test
    void who_only_reads_moderates_nothing() {
        says("viewer-11111", "하나", "안녕하세요");
        ChatLine line = lines().get(0);
        assertThatThrownBy(() -> as(AUDITOR, () -> moderation.hide(line.number(), "도배")))
                .isInstanceOf(NotAllowedException.class);
    }
}
