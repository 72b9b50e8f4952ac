package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import live.onair.filter.ChatName.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in a chat: what a line may not say they may not be, and nobody is called like who speaks for the show. */
class ChatNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "시청자 12ab",
                "가을하늘",
                "데모 시청자 하늘",
                "말 가",
                "Mina",
                "봄이네",
                "쌍둥이맘",
                "크림러버",
                "3월의 눈",
                "ghost",
                "badminton짱",
                "성공식단",
                "👩\u200D👩\u200D👧\u200D👦 네식구",
                "🏳\uFE0F\u200D🌈",
                "👩🏽\u200D🚀 미나",
                "❤\uFE0F별❤\uFE0F"
            })
    void a_name_is_what_people_call_themselves(String name) {
        assertThat(ChatName.wrong(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"시발놈", "씨.발", "tlqkf", "ㅅ ㅂ", "한남충", "01012345678", "010-1234-5678", "a@example.com", "fuck you"
            })
    void abuse_and_personal_data_are_no_name(String name) {
        assertThat(ChatName.wrong(name)).isEqualTo(Wrong.WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com", "www.evil", "evil.xyz", "t.me/abc", "evil점com"})
    void an_address_is_no_name(String name) {
        assertThat(ChatName.wrong(name)).isEqualTo(Wrong.LINK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "운영자",
                "관 리 자",
                "관.리.자",
                "진행자",
                "호스트",
                "쇼호스트",
                "Host team",
                "HOST",
                "h0st",
                "매니저",
                "판매자",
                "공식",
                "올영",
                "올영라이브",
                "admin",
                "Ａｄｍｉｎ",
                "a d m i n",
                "manager",
                "staff",
                "Official",
                "올리브영 공식",
                "[공식] 크림",
                "운영팀",
                "ㅇㅜㄴㅇㅕㅇㅈㅏ",
                "운\uFEFF영자"
            })
    void who_speaks_for_the_show_is_nobody_else(String name) {
        assertThat(ChatName.wrong(name)).isNotNull();
    }

    @Test
    void signs_that_nobody_sees_are_in_no_name() {
        for (String name : List.of(
                "",
                " ",
                "보이지\u200B않음",
                "거꾸로\u202E",
                "가\u200D나",
                "\u200D👩",
                "👩\u200D",
                "영\u0000",
                "줄\n바꿈",
                "반\uD83D")) {
            assertThat(ChatName.wrong(name)).as(name).isEqualTo(Wrong.SIGNS);
        }
        assertThat(ChatName.wrong("가".repeat(ChatName.LONGEST))).isNull();
        assertThat(ChatName.wrong("가나".repeat(ChatName.LONGEST))).isEqualTo(Wrong.SIGNS);
    }

    @Test
    void words_of_the_chats_own_rules_are_no_name_either() {
        FilterRule own = new FilterRule("own", FilterAction.HOLD, List.of("감나무"), List.of(), "");
        ChatFilter rules = new ChatFilter(new FilterRules("t", "2026-11-30", List.of(own), List.of()));
        assertThat(ChatName.wrong("감나무", rules)).isEqualTo(Wrong.WORDS);
        assertThat(ChatName.wrong("감나무")).isNull();
    }
}
