package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say what, however it is written. */
class ChatMannersTest {

    private static final ChatManners NO_LINKS = new ChatManners(0, false, false, true, false);
    private static final ChatManners NOT_TWICE = new ChatManners(0, false, false, false, true);
    private static final ChatManners FOLLOWERS = new ChatManners(0, false, true, false, false);

    private static ChatManners.Speaker after(String last) {
        return new ChatManners.Speaker(false, last, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.2.3.4/x",
                "www.demo.example",
                "evil.com",
                "EVIL.COM",
                "ｅｖｉｌ．ｃｏｍ",
                "여기 evil.xyz 보세요",
                "evil.store",
                "evil.co/x",
                "t.me/abc",
                "naver점com",
                "example 닷컴",
                "naver 닷 컴",
                "evil[.]com",
                "evil(dot)com",
                "evil . com",
                "ev\u200Bil.com",
                "evil。com",
                "shop.evil.co.kr",
                "bit.ly/3x",
                "좋은가게.com",
                "evil.co.kr로 오세요",
                "open.kakao.com/o/x"
            })
    void an_address_is_a_link_however_it_is_written(String text) {
        assertThat(NO_LINKS.refusal(after(""), text)).isEqualTo("LINK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "안녕하세요.반가워요",
                "ㅋㅋㅋ...좋아요",
                "1.5배 커요",
                "24.900원",
                "v1.2 나왔어요",
                "Dr.Jart 크림",
                "St.Ives 스크럽",
                "No.1 제품",
                "vol.2 언제",
                "p.s 좋아요",
                "세일은 3.5일",
                "좋아요. Me too",
                "and/or",
                "1/2",
                "좋네요.top",
                "점 컴컴해요",
                "관점이 좋아요",
                "dot 무늬",
                "장점com"
            })
    void what_only_has_a_dot_is_no_link(String text) {
        assertThat(NO_LINKS.refusal(after(""), text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"dup dup,dupdup", "dup dup,dup\u200B dup", "dup dup,dup dup!", "좋아요,좋 아 요~", "Good,ＧＯＯＤ", "❤❤,❤ ❤"})
    void what_says_the_same_again_is_said_twice(String last, String text) {
        assertThat(NOT_TWICE.refusal(after(last), text)).isEqualTo("DUPLICATE");
    }

    @ParameterizedTest
    @CsvSource({"좋아요,좋아요2", "1번이요,2번이요", "❤,👍", "ㅋㅋ,ㅋㅋㅋ"})
    void what_says_something_else_is_not(String last, String text) {
        assertThat(NOT_TWICE.refusal(after(last), text)).isNull();
        assertThat(NOT_TWICE.refusal(after(""), text)).isNull();
    }

    @Test
    void only_who_follows_speaks_where_only_followers_may() {
        assertThat(FOLLOWERS.refusal(after(""), "저요")).isEqualTo("FOLLOWERS");
        assertThat(FOLLOWERS.refusal(new ChatManners.Speaker(true, "", 1), "저요"))
                .isNull();
    }
}
