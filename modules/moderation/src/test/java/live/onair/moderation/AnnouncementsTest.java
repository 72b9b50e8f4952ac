package live.onair.moderation;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import live.onair.kernel.NotAllowedException;
import live.onair.moderation.Announcements.AnnouncedWords;
import live.onair.moderation.Announcements.Announcement;
import live.onair.moderation.Announcements.CannedReply;
import live.onair.moderation.Announcements.RepeatedAnnouncement;
import live.onair.moderation.Announcements.Style;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** M15: moderators speak in the chat themselves, once or again and again, in words they keep for it. */
@RoomTest
class AnnouncementsTest extends InChat {

    @Inject
    Announcements announcements;

    @Inject
    FakeClock clock;

    @Inject
    live.onair.scheduling.Shows shows;

    private List<String> said() {
        work();
        return chat.told().stream().filter(one -> one.startsWith("say ")).toList();
    }

    @Test
    void what_is_said_arrives_once_and_is_a_line_of_the_chat_also_when_nobody_answered_at_first() {
        chat.away(true);
        Announcement put = mod(() -> announcements.say(show, Style.HIGHLIGHT, " 곧 쿠폰이 열립니다 "));
        assertThat(said()).isEmpty();
        assertThat(put.told()).isFalse();
        chat.away(false);
        assertThat(said()).containsExactly("say HIGHLIGHT 곧 쿠폰이 열립니다");
        assertThat(said()).hasSize(1);
        ChatLine line = lines().get(0);
        assertThat(line.text()).isEqualTo("곧 쿠폰이 열립니다");
        assertThat(ModerationRows.isStaff(line)).isTrue();
        assertThat(as(MODERATOR, () -> announcements.of(show, 10)))
                .singleElement()
                .satisfies(one -> assertThat(one.told()).isTrue());
        assertThat(refused(() -> moderation.ban(show, line.member(), "도배")))
                .as("nobody puts the show itself out")
                .containsExactly("NO_MEMBER");
        mod(() -> moderation.hide(line.number(), null));
        work();
        assertThat(chat.shows(show)).isEmpty();
    }

    @Test
    void nothing_too_long_or_of_many_lines_is_said_nor_anything_where_no_chat_is_open() {
        assertThat(refused(() -> announcements.say(show, null, " "))).containsExactly("ANNOUNCEMENT");
        assertThat(refused(() -> announcements.say(show, null, "가".repeat(301))))
                .containsExactly("ANNOUNCEMENT");
        assertThat(refused(() -> announcements.say(show, null, "하나\n둘"))).containsExactly("ANNOUNCEMENT");
        assertThat(refused(() -> announcements.say("SH-0", null, "안녕하세요"))).containsExactly("CLOSED");
        assertThat(refused(() -> announcements.repeat(show, null, "안녕하세요", 0))).containsExactly("EVERY");
        assertThat(refused(() -> announcements.repeat(show, null, "안녕하세요", 121)))
                .containsExactly("EVERY");
        assertThatThrownBy(() -> as(AUDITOR, () -> announcements.say(show, null, "안녕하세요")))
                .isInstanceOf(NotAllowedException.class);
        assertThat(said()).isEmpty();
    }

    @Test
    void what_is_repeated_is_said_each_time_until_it_is_ended_and_missed_times_are_not_made_up_for() {
        RepeatedAnnouncement one = mod(() -> announcements.repeat(show, Style.STANDARD, "문의는 채팅으로 남겨 주세요", 5));
        assertThat(said()).hasSize(1);
        stall.pass(Duration.ofMinutes(4));
        assertThat(said()).hasSize(1);
        stall.pass(Duration.ofMinutes(1));
        assertThat(said()).hasSize(2);
        clock.advance(Duration.ofMinutes(31));
        assertThat(said()).as("nobody was there").hasSize(3);
        assertThat(as(MODERATOR, () -> announcements.repeated(show))).hasSize(1);
        assertThat(as(MODERATOR, () -> announcements.words(show)))
                .as("the same words are checked once")
                .extracting(AnnouncedWords::text)
                .containsExactly("문의는 채팅으로 남겨 주세요");
        mod(() -> announcements.end(one.number()));
        stall.pass(Duration.ofMinutes(10));
        assertThat(said()).hasSize(3);
        assertThat(refused(() -> announcements.end(one.number()))).containsExactly("NOT_REPEATED");
        for (int i = 0; i < 5; i++) {
            mod(() -> announcements.repeat(show, Style.STANDARD, "하나", 5));
        }
        assertThat(refused(() -> announcements.repeat(show, Style.STANDARD, "여섯", 5)))
                .containsExactly("TOO_MANY_REPEATED");
    }

    @Test
    void words_are_kept_by_their_places_and_nothing_empties_one() {
        mod(() -> announcements.keep(2, Style.WARNING, "서로 존중해 주세요"));
        mod(() -> announcements.keep(1, null, "반갑습니다"));
        assertThat(mod(() -> announcements.keep(2, Style.WARNING, "욕설은 가려집니다")))
                .containsExactly(
                        new CannedReply(1, Style.STANDARD, "반갑습니다"), new CannedReply(2, Style.WARNING, "욕설은 가려집니다"));
        assertThat(mod(() -> announcements.keep(1, null, " "))).hasSize(1);
        assertThat(refused(() -> announcements.keep(10, null, "열"))).containsExactly("PLACE");
        assertThat(refused(() -> announcements.keep(0, null, "영"))).containsExactly("PLACE");
    }

    @Test
    void one_line_is_held_up_until_another_is_or_it_is_taken_down_or_away() {
        says("3f0a0000-0000-4000-8000-000000000001", "하나", "무료배송 맞아요");
        says("3f0a0000-0000-4000-8000-000000000002", "둘", "쿠폰은 아래에 있어요");
        List<ChatLine> lines = lines();
        long second = lines.get(0).number();
        long first = lines.get(1).number();
        assertThat(mod(() -> announcements.pin(first)).text()).isEqualTo("무료배송 맞아요");
        work();
        assertThat(chat.pinned(show)).isEqualTo("무료배송 맞아요");
        mod(() -> announcements.pin(second));
        work();
        assertThat(chat.pinned(show)).isEqualTo("쿠폰은 아래에 있어요");
        mod(() -> moderation.hide(second, null));
        work();
        assertThat(chat.pinned(show)).isNull();
        assertThat(refused(() -> announcements.unpin(show))).containsExactly("NOT_PINNED");
        assertThat(refused(() -> announcements.pin(second))).containsExactly("NOT_SHOWN");
        assertThat(refused(() -> announcements.pin(-1))).containsExactly("NO_LINE");
        mod(() -> announcements.pin(first));
        mod(() -> moderation.ban(show, lines.get(1).member(), "다른 까닭"));
        work();
        assertThat(chat.pinned(show)).isNull();
        assertThat(as(MODERATOR, () -> announcements.pinnings(show)))
                .extracting(Announcements.PinnedLine::text)
                .containsExactly("무료배송 맞아요", "쿠폰은 아래에 있어요", "무료배송 맞아요");
    }

    @Test
    void a_reply_quotes_what_it_answers() {
        says("3f0a0000-0000-4000-8000-000000000003", "셋", "가".repeat(60));
        long number = lines().get(0).number();
        mod(() -> announcements.reply(number, "네, 맞습니다"));
        work();
        assertThat(chat.shows(show)).contains("@셋 “" + "가".repeat(39) + "…” — 네, 맞습니다");
        assertThat(refused(() -> announcements.reply(number, "가".repeat(201)))).containsExactly("ANNOUNCEMENT");
        assertThat(refused(() -> announcements.reply(number, " "))).containsExactly("ANNOUNCEMENT");
        assertThat(refused(() -> announcements.reply(-1, "네"))).containsExactly("NO_LINE");
    }

    @Test
    void words_in_braces_become_what_they_stand_for_and_are_refused_where_they_stand_for_nothing() {
        String title = as(MODERATOR, () -> shows.find(show)).orElseThrow().title();
        mod(() -> announcements.keep(3, null, "{방송} 보러 오세요 — {상품} {price}"));
        assertThat(mod(() -> announcements.say(show, null, "{방송}·{show} 시작합니다")).text())
                .isEqualTo(title + "·" + title + " 시작합니다");
        assertThat(refused(() -> announcements.say(show, null, "{쿠폰} 받으세요"))).containsExactly("VARIABLE");
        assertThat(refused(() -> announcements.keep(3, null, "{쿠폰} 받으세요"))).containsExactly("VARIABLE");
        assertThat(refused(() -> announcements.repeat(show, null, "{쿠폰}", 5))).containsExactly("VARIABLE");
        assertThat(refused(() -> announcements.say(show, null, "{상품} 인기입니다")))
                .as("nothing is pinned")
                .containsExactly("NOTHING_PINNED");
        mod(() -> announcements.keep(3, null, ""));
        assertThat(said()).hasSize(1);
    }
}
