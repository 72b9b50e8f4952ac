package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moderators write as an expression is read at once, or refused at once. */
class ExpressionTest {

    private static com.google.re2j.Pattern read(String expression) {
        return assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Expression.of(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[^\\x00-\\x{FFFF}]",
                "[\\x80-\\x{FFFF}]+",
                "[a-\uD7A3]x",
                "\u1C80",
                "[\u1C81]",
                "\\x{1C88}",
                "[\\x{1C00}-\\x{1CFF}]"
            })
    void letters_on_which_the_library_never_ends_are_refused(String expression) {
        assertThatThrownBy(() -> read(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1C80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[가-힣]+",
                "[À-ſ]",
                "[^a-z]x",
                "\\p{Cyrillic}",
                "[\\x00-\\x{10FFFF}]x",
                "\\W가",
                "a-z",
                "[^\\x00-\\x7F]x"
            })
    void others_are_read(String expression) {
        assertThat(read(expression)).isNotNull();
    }

    @Test
    void a_line_with_such_a_letter_is_judged_as_any_other() {
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> read("a[b-d]\u0432").matcher("ab\u1C80").find()))
                .isFalse();
    }
}
