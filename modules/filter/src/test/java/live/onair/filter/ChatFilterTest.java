package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule does to a line, and what is no rule. */
class ChatFilterTest {

    private static FilterRule rule(String id, FilterAction action, String... words) {
        return new FilterRule(id, action, List.of(words), List.of(), "");
    }

    private static ChatFilter of(FilterRule... rules) {
        return new ChatFilter(new FilterRules("t", "2026-11-27", List.of(rules), List.of("나쁜말씀")));
    }

    @Test
    void the_worst_rule_says_what_becomes_of_a_line_and_only_masks_change_it() {
        ChatFilter filter = of(
                rule("m", FilterAction.MASK, "나쁜말"),
                rule("h", FilterAction.HOLD, "더나쁜"),
                rule("b", FilterAction.BLOCK, "최악"),
                rule("f", FilterAction.FLAG, "거친"));
        assertThat(filter.check("안녕하세요")).isEqualTo(new FilterVerdict(FilterAction.ALLOW, List.of(), "안녕하세요"));
        assertThat(filter.check("거친 하루").action()).isEqualTo(FilterAction.FLAG);
        FilterVerdict masked = filter.check("이 나쁜말 봐");
        assertThat(masked.action()).isEqualTo(FilterAction.MASK);
        assertThat(masked.text()).isEqualTo("이 *** 봐");
        assertThat(masked.hits().get(0).words()).isEqualTo("나쁜말");
        FilterVerdict held = filter.check("더나쁜 나쁜말");
        assertThat(held.action()).isEqualTo(FilterAction.HOLD);
        assertThat(held.rules()).containsExactly("h", "m");
        assertThat(filter.check("최악 더나쁜").action()).isEqualTo(FilterAction.BLOCK);
        assertThat(filter.check("나쁜말씀은 아닙니다").action()).isEqualTo(FilterAction.ALLOW);
    }

    @Test
    void a_harmless_word_with_latin_letters_is_not_judged_again_in_another_reading() {
        ChatFilter filter = new ChatFilter(
                new FilterRules("t", "2026-11-30", List.of(rule("m", FilterAction.MASK, "나쁜말")), List.of("나쁜말rk")));
        assertThat(filter.check("나쁜말rk 좋아요").action()).isEqualTo(FilterAction.ALLOW);
        assertThat(filter.check("나쁜말rk 8개").action()).isEqualTo(FilterAction.ALLOW);
        assertThat(filter.check("나쁜akf 좋아요").text()).isEqualTo("***** 좋아요");
    }

    @Test
    void a_mask_covers_what_was_read_and_nothing_beside_it() {
        ChatFilter filter = of(rule("m", FilterAction.MASK, "나쁜말"));
        assertThat(filter.check("아 나.쁜.말 해").text()).isEqualTo("아 ***** 해");
        assertThat(filter.check("ㄴㅏㅃㅡㄴㅁㅏㄹ!").text()).isEqualTo("********!");
        assertThat(filter.check("skQmsakf 야").text()).isEqualTo("******** 야");
        assertThat(filter.check("나 쁜 말").text()).isEqualTo("* * *");
    }

    @Test
    void of_places_of_one_rule_that_overlap_all_is_covered() {
        ChatFilter filter = of(rule("m", FilterAction.MASK, "나쁜", "나쁜말", "말씨"), rule("n", FilterAction.MASK, "씨앗"));
        assertThat(filter.check("이 나 쁜 말 씨 봐").text()).isEqualTo("이 * * * * 봐");
        FilterVerdict verdict = filter.check("나쁜말씨앗");
        assertThat(verdict.hits()).extracting(FilterHit::words).containsExactly("나쁜말씨", "씨앗");
        ChatFilter shipped = new ChatFilter(FilterRules.shipped());
        assertThat(shipped.check("개 새 끼").text()).isEqualTo("* * *");
        assertThat(shipped.check("개새끼").text()).isEqualTo("***");
    }

    @Test
    void letters_of_mathematics_and_in_squares_are_letters_and_none_is_left_by_half() {
        ChatFilter filter = of(rule("m", FilterAction.MASK, "fuck"));
        assertThat(filter.check("𝓯𝓾𝓬𝓴!").text()).isEqualTo("********!");
        assertThat(filter.check("🅵🆄🅲🅺 𝗙𝗨𝗖𝗞").text()).isEqualTo("******** ********");
        ChatFilter shipped = new ChatFilter(FilterRules.shipped());
        assertThat(shipped.check("𝓯𝓾𝓬𝓴!").action())
                .as("swearing at nobody is shown to moderators")
                .isEqualTo(FilterAction.FLAG);
        assertThat(shipped.check("𝓯𝓲𝓷𝓮 🅰️ 🌸").hits()).isEmpty();
    }

    @Test
    void what_only_counts_as_it_was_typed_is_no_word_of_the_other_keyboard() {
        ChatFilter filter = of(rule("m", FilterAction.MASK, "=ㅁㅊ", "ㅅㅂ"));
        assertThat(filter.check("ㅁㅊ 봐").text()).isEqualTo("** 봐");
        assertThat(filter.check("actor").hits()).isEmpty();
        assertThat(filter.check("tq qhk").hits()).hasSize(1);
    }

    @Test
    void words_of_two_parts_may_stand_apart_only_there() {
        ChatFilter filter = of(rule("m", FilterAction.MASK, "나쁜 놈"));
        assertThat(filter.check("나쁜 놈").hits()).hasSize(1);
        assertThat(filter.check("나쁜놈").hits()).hasSize(1);
        assertThat(filter.check("더나쁜 놈").hits()).hasSize(1);
        assertThat(filter.check("하나 쁜놈").hits()).isEmpty();
    }

    @Test
    void an_expression_sees_the_line_as_it_stands_and_cannot_run_away() {
        FilterRule rule = new FilterRule("x", FilterAction.BLOCK, List.of(), List.of("(a+)+b", "http[s]?://\\S+"), "");
        ChatFilter filter = of(rule);
        assertThat(filter.check("보세요 HTTPS://example.com/x").action()).isEqualTo(FilterAction.BLOCK);
        long begun = System.nanoTime();
        assertThat(filter.check("a".repeat(ChatFilter.LONGEST)).action()).isEqualTo(FilterAction.ALLOW);
        assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[가", "(가|나", "가)", "?", "[가나]]", "()", "^", "가|"})
    void what_is_no_word_is_refused(String words) {
        assertThatThrownBy(() -> of(rule("m", FilterAction.MASK, words))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "a*", "(?=x)"})
    void what_is_no_expression_is_refused(String expression) {
        assertThatThrownBy(() -> new FilterRule("x", FilterAction.HOLD, List.of(), List.of(expression), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_too_long_is_refused_and_nothing_else_breaks_it() {
        ChatFilter filter = new ChatFilter(FilterRules.shipped());
        assertThatThrownBy(() -> filter.check("가".repeat(ChatFilter.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                line.append(sign(random));
            }
            FilterVerdict verdict = filter.check(line.toString());
            assertThat(verdict.text()).hasSameSizeAs(line);
            verdict.hits()
                    .forEach(hit ->
                            assertThat(line.substring(hit.from(), hit.to())).isEqualTo(hit.words()));
        }
    }

    /** Syllables, their signs, Latin, digits, marks, halves of pairs and what nobody sees. */
    private static char sign(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> (char) ('ㄱ' + random.nextInt(51));
            case 1 -> (char) ('!' + random.nextInt(94));
            case 2 -> (char) ('\u1100' + random.nextInt(256));
            case 3 -> "시발병신존나새끼지랄".charAt(random.nextInt(10));
            case 4 -> "\u200B\u202E\uD83D\uDE00\uD835\uDCFB\uD83C\uDD75 \t\n\u3164".charAt(random.nextInt(12));
            case 5 -> (char) random.nextInt(1 << 16);
            default -> (char) ('가' + random.nextInt(11_172));
        };
    }
}
