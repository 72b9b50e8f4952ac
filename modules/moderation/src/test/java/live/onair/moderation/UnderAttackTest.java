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
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.Raids.Raid;
import live.onair.moderation.Shields.ShieldSet;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M8, M9: one press holds a chat as it is held under attack, and one decides about what many say alike. */
@RoomTest
class UnderAttackTest extends InChat {

    private static final ChatSettings CALM = new ChatSettings(3, false, false, false, true, 2);

    @Inject
    Shields shields;

    @Inject
    Raids raids;

    private ChatSettings held() {
        work();
        return chat.settings(show);
    }

    private List<Raid> going() {
        lines();
        return as(MODERATOR, () -> raids.of(show));
    }

    private void crowd(int from, int to, String text) {
        for (int i = from; i < to; i++) {
            says("viewer-%05d".formatted(i), "손님" + i, text + "!".repeat(i % 3));
        }
    }

    @Test
    void the_shield_brings_the_saved_set_and_takes_it_away_again_whatever_was_changed_meanwhile() {
        mod(() -> moderation.settings(show, CALM, 0));
        ShieldSet usual = as(MODERATOR, () -> shields.saved());
        ChatSettings strict = new ChatSettings(60, false, true, true, true, 10);
        ShieldSet saved = mod(() -> shields.save(strict, usual.version()));
        assertThat(refused(() -> shields.save(CALM, usual.version()))).containsExactly("CHANGED");
        assertThat(refused(() -> shields.save(new ChatSettings(0, false, false, true, true, 11), saved.version())))
                .containsExactly("SETTINGS");
        mod(() -> shields.raise(show));
        assertThat(held()).isEqualTo(strict);
        assertThat(refused(() -> shields.raise(show))).containsExactly("SHIELDED");
        int version = as(MODERATOR, () -> moderation.of(show)).orElseThrow().version();
        mod(() -> moderation.settings(show, new ChatSettings(0, true, false, true, true, 0), version));
        assertThat(as(MODERATOR, () -> shields.of(show)).orElseThrow().before()).isEqualTo(CALM);
        mod(() -> shields.lower(show));
        assertThat(held()).isEqualTo(CALM);
        assertThat(refused(() -> shields.lower(show))).containsExactly("NOT_SHIELDED");
        assertThat(refused(() -> shields.raise("SH-0"))).containsExactly("CLOSED");
        assertThatThrownBy(() -> as(AUDITOR, () -> shields.raise(show))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void from_when_on_it_is_a_raid_is_a_setting() {
        Actor admin = new Actor("admin", "admin", Set.of(Role.ADMIN), Actor.Source.UI);
        assertThat(as(admin, () -> raids.watch(1, 60)).why())
                .extracting(Reason::code)
                .containsExactly("RAID_WATCH");
        assertThat(as(admin, () -> raids.watch(3, 601)).why())
                .extracting(Reason::code)
                .containsExactly("RAID_WATCH");
        assertThatThrownBy(() -> as(MODERATOR, () -> raids.watch(3, 60))).isInstanceOf(NotAllowedException.class);
        crowd(0, 3, "여기 말고 저쪽 가게가 싸요");
        assertThat(going()).isEmpty();
        assertThat(as(admin, () -> raids.watch(3, 60)).orThrow()).isEqualTo(new Raids.RaidWatch(3, 60));
        assertThat(going()).hasSize(1);
        as(admin, () -> raids.watch(5, 60)).orThrow();
        assertThat(going()).isEmpty();
    }

    @Test
    void what_many_say_alike_is_one_card_and_all_of_it_goes_at_one_press() {
        crowd(0, 4, "여기 말고 저쪽 가게가 싸요");
        assertThat(going()).as("four do not make a crowd").isEmpty();
        crowd(4, 6, "여기 말고 저쪽 가게가 싸요");
        says("viewer-99999", "하나", "수분 크림 언제 소개하나요");
        Raid raid = going().get(0);
        assertThat(going()).hasSize(1);
        assertThat(raid.members()).isEqualTo(6);
        assertThat(raid.lines()).isEqualTo(6);
        assertThat(mod(() -> raids.hide(show, raid.alike(), "도배")).lines()).isEqualTo(6);
        assertThat(lines()).filteredOn(line -> line.state() == LineState.SHOWN).hasSize(1);
        assertThat(chat.shows(show)).containsExactly("수분 크림 언제 소개하나요");
        assertThat(going()).isEmpty();
        assertThat(refused(() -> raids.hide(show, raid.alike(), null))).containsExactly("NO_RAID");
    }

    @Test
    void what_may_be_said_is_not_asked_about_again_and_what_was_said_long_ago_not_at_all() {
        crowd(0, 5, "오늘 방송 정말 기다렸어요");
        Raid raid = going().get(0);
        mod(() -> raids.leave(show, raid.alike()));
        crowd(10, 16, "오늘 방송 정말 기다렸어요");
        assertThat(going()).isEmpty();
        assertThat(refused(() -> raids.leave(show, raid.alike()))).containsExactly("NO_RAID");
        crowd(20, 26, "링크는 프로필에 있습니다");
        assertThat(going()).hasSize(1);
        stall.pass(Duration.ofMinutes(2));
        assertThat(going()).isEmpty();
    }

    @Test
    void what_was_hidden_by_mistake_comes_back_and_what_was_never_hidden_does_not() {
        says("viewer-11111", "하나", "크림 향이 좋아요");
        long number = lines().get(0).number();
        assertThat(refused(() -> moderation.restore(number))).containsExactly("NOT_HIDDEN");
        mod(() -> moderation.hide(number, "실수"));
        work();
        assertThat(chat.shows(show)).isEmpty();
        assertThat(mod(() -> moderation.restore(number)).state()).isEqualTo(LineState.SHOWN);
        work();
        assertThat(chat.shows(show)).containsExactly("크림 향이 좋아요");
        assertThat(refused(() -> moderation.restore(-1))).containsExactly("NO_LINE");
    }

    @ParameterizedTest
    @CsvSource({
        "여기 말고  저쪽이 싸요!!!, 여기말고저쪽이싸요",
        "여기말고저쪽이 싸요~~, 여기말고저쪽이싸요",
        "ＢＵＹ at SHOP.example, buyatshopexample",
        "ㅋㅋㅋㅋㅋㅋㅋㅋㅋ, ''",
        "안녕하세요, ''",
        "와와와와와 좋아요, ''",
        "👏👏👏👏👏👏, ''"
    })
    void spaces_signs_and_repeated_letters_make_no_difference_and_greetings_are_no_raid(String said, String alike) {
        assertThat(RaidBook.alike(said)).isEqualTo(alike);
    }
}
