package live.onair.moderation;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import live.onair.kernel.NotAllowedException;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.ChatPerson;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.spi.ChatRooms.Guest;
import live.onair.pins.Stall;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** M2: one member alone is told in words what to leave be; it counts wherever they are met again. */
@RoomTest
class WarningTest extends InChat {

    private static final String WORDS = "다른 시청자를 비난하지 말아 주세요";

    @Inject
    Shows shows;

    private Guest guest(String viewer) {
        return chat.guest(pass(viewer, "누구").orThrow().pass());
    }

    @Test
    void the_member_alone_is_told_and_it_is_a_deed_with_its_words() {
        says("viewer-51111", "하나", "못된 말");
        says("viewer-52222", "둘", "안녕하세요");
        ChatLine line = lines().get(1);
        ChatDeed deed = mod(() -> moderation.warn(show, line.member(), "  다른 시청자를\n비난하지 말아 주세요 "));
        assertThat(deed.kind()).isEqualTo(DeedKind.WARN);
        assertThat(deed.reason()).isEqualTo(WORDS);
        assertThat(deed.by()).isEqualTo(MODERATOR.name());
        assertThat(deed.told()).isFalse();
        work();
        assertThat(chat.warned(guest("viewer-51111"))).isEqualTo(WORDS);
        assertThat(chat.warned(guest("viewer-52222"))).isNull();
        assertThat(chat.told()).containsExactly("warn " + line.member() + " " + WORDS);
        assertThat(as(MODERATOR, () -> moderation.deeds(show, 5)).get(0).told()).isTrue();
        assertThat(lines().get(1).state()).isEqualTo(LineState.SHOWN);
    }

    @Test
    void warnings_are_counted_on_who_they_are_in_every_show() {
        says("viewer-53333", "하나", "못된 말");
        String member = lines().get(0).member();
        mod(() -> moderation.warn(show, member, WORDS));
        work();
        aShowIsOnAir();
        says("viewer-53333", "다른 이름", "또 못된 말");
        lines();
        mod(() -> moderation.warn(show, member, WORDS));
        ChatPerson person = as(MODERATOR, () -> moderation.person(member));
        assertThat(person.warnings()).isEqualTo(2);
        assertThat(person.deeds()).extracting(ChatDeed::reason).containsExactly(WORDS, WORDS);
    }

    @Test
    void it_needs_words_somebody_who_talked_an_open_chat_and_the_right() {
        says("viewer-54444", "하나", "못된 말");
        String member = lines().get(0).member();
        assertThat(refused(() -> moderation.warn(show, member, " \u202E "))).containsExactly("WARNING");
        assertThat(refused(() -> moderation.warn(show, member, null))).containsExactly("WARNING");
        assertThat(refused(() -> moderation.warn(show, member, "가".repeat(201))))
                .containsExactly("WARNING");
        assertThat(refused(() -> moderation.warn(show, "nobody", WORDS))).containsExactly("NO_MEMBER");
        assertThatThrownBy(() -> as(AUDITOR, () -> moderation.warn(show, member, WORDS)))
                .isInstanceOf(NotAllowedException.class);
        as(Stall.PLANNER, () -> shows.transition(show, ShowState.ENDED, "끝", null, null))
                .orThrow();
        assertThat(refused(() -> moderation.warn(show, member, WORDS))).containsExactly("CLOSED");
    }

    @Test
    void it_arrives_when_the_chat_is_back() {
        says("viewer-55555", "하나", "못된 말");
        String member = lines().get(0).member();
        chat.told().clear();
        chat.away(true);
        mod(() -> moderation.warn(show, member, WORDS));
        work();
        assertThat(chat.told()).isEmpty();
        chat.away(false);
        work();
        assertThat(chat.warned(guest("viewer-55555"))).isEqualTo(WORDS);
    }
}
