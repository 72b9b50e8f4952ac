package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chat takes of what was typed. */
class ChatTextTest {

    @Test
    void what_no_store_keeps_is_left_out() {
        assertThat(ChatText.plain("배송\u0000 언제\u0007 와요\u0085")).isEqualTo("배송 언제 와요 ".strip());
        assertThat(ChatText.plain("반쪽 \uD83D 글자 \uDE00")).isEqualTo("반쪽  글자 ");
        assertThat(ChatText.plain("한 줄\n두 줄\u2028세 줄\t네 줄")).isEqualTo("한 줄 두 줄 세 줄 네 줄");
    }

    @Test
    void what_turns_the_words_around_it_is_left_out() {
        assertThat(ChatText.plain("\u202E발시 는너\u202C \u2067사과\u2069 \u200E하나\u200F\u061C"))
                .isEqualTo("발시 는너 사과 하나");
    }

    @ParameterizedTest
    @ValueSource(strings = {"안녕하세요", "👩\u200D👩\u200D👧 가족", "❤\uFE0F", "ㅋㅋㅋ 1+1", "가\u200B나", "नमस्ते", ""})
    void all_else_stays_as_it_is(String text) {
        assertThat(ChatText.plain(text)).isSameAs(text);
    }

    @Test
    void whatever_was_typed_can_be_written_and_read_again() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int k = random.nextInt(20); k > 0; k--) {
                typed.append((char) (random.nextBoolean() ? random.nextInt(1 << 16) : 0xD700 + random.nextInt(0xA00)));
            }
            String plain = ChatText.plain(typed.toString());
            byte[] bytes = plain.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(plain);
            assertThat(plain)
                    .doesNotContain("\u0000")
                    .matches(text -> ChatText.plain(text).equals(text));
        }
    }
}
