package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line must hold for an expression to match, and that leaving the others out changes nothing. */
class NeedlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "https?://\\S+ ! http",
                "카톡|오픈 ?채팅 ! 카톡,오픈",
                "(광고|홍보) ?문의 ! 문의",
                "KISS$ ! kiss",
                "ab+c?d{2}ef ! ab",
                "[가-힣]{2}은행\\b ! 은행",
                "x{0}yz ! yz",
                "o\\.k ! o.k",
                "[^]a]무료[\\]b]+? ! 무료"
            })
    void the_longest_letters_that_stand_for_themselves_are_known(String expression, String needles) {
        assertThat(Needles.of(expression)).containsExactly(needles.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[가-힣]+", "a|b*", "k{3,}", "\\Qa.b\\E", "\\x41b", "(ab)?", "a{b", "[[:alpha:]]b", "\\pLb", "é+"})
    void of_others_nothing_is_said(String expression) {
        assertThat(Needles.of(expression)).isEmpty();
    }

    @Test
    void no_line_that_matches_is_left_out() {
        Random random = new Random(3);
        int matched = 0;
        for (int i = 0; i < 20_000; i++) {
            String expression = text(
                    random, List.of("a", "K", "s", "가", "나", "|", "(가나)", "(?:a|나)", "[ka]", ".", "^", "\\b"), true);
            String line = text(random, List.of("a", "k", "S", "\u212A", "\u017F", "가", "나", " "), false);
            if (Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                    .matcher(line)
                    .find()) {
                matched++;
                List<String> needles = Needles.of(expression);
                assertThat(needles.isEmpty() || needles.stream().anyMatch(Needles.folded(line)::contains))
                        .as("%s in %s by %s", expression, line, needles)
                        .isTrue();
            }
        }
        assertThat(matched).isGreaterThan(1_000);
    }

    private static String text(Random random, List<String> parts, boolean repeated) {
        StringBuilder text = new StringBuilder();
        for (int k = 1 + random.nextInt(repeated ? 4 : 8); k > 0; k--) {
            text.append(parts.get(random.nextInt(parts.size())));
            if (repeated && random.nextInt(3) == 0 && "|^b".indexOf(text.charAt(text.length() - 1)) < 0) {
                text.append(List.of("?", "*", "+", "{2}", "{0,1}", "+?").get(random.nextInt(6)));
            }
        }
        return text.toString();
    }
}
