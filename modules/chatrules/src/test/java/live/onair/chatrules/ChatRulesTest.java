package live.onair.chatrules;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import live.onair.chatrules.ChatRules.CaughtLine;
import live.onair.chatrules.ChatRules.ChatRule;
import live.onair.chatrules.ChatRules.LineVerdict;
import live.onair.chatrules.ChatRules.ReadingStep;
import live.onair.chatrules.ChatRules.RuleHit;
import live.onair.chatrules.ChatRules.RuleTrial;
import live.onair.chatrules.ChatRules.RuleWish;
import live.onair.chatrules.spi.FakeJudges;
import live.onair.filter.ChatFilter;
import live.onair.filter.FilterAction;
import live.onair.filter.FilterRules;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.moderation.ChatEntrance;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRounds;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.spi.FakeChat;
import live.onair.pins.Stall;
import live.onair.sql.Statements;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M4, \u260527: rules written in the console are tested, tried on what was said, and told to where lines are judged. */
@RoomTest
class ChatRulesTest {

    @Inject
    ChatRules rules;

    @Inject
    ChatRuleRounds rounds;

    @Inject
    FakeJudges judges;

    @Inject
    Stall stall;

    @Inject
    Moderation moderation;

    @Inject
    ModerationRounds chats;

    @Inject
    ChatEntrance entrance;

    @Inject
    FakeChat chat;

    @Inject
    WorkRunner runner;

    @Inject
    Statements sql;

    @BeforeEach
    void nobody_is_away() {
        judges.away(false);
    }

    private void work() {
        stall.pass(Duration.ofSeconds(4));
        runner.runDue();
    }

    private static <T> T mod(Supplier<Outcome<T>> deed) {
        return as(MODERATOR, deed).orThrow();
    }

    private static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return as(MODERATOR, deed).why().stream().map(Reason::code).toList();
    }

    private static RuleWish words(FilterAction action, String... words) {
        return new RuleWish(null, action, List.of(words), null, "시험");
    }

    private FilterAction judged(String show, String line) {
        return new ChatFilter(FilterRules.of(judges.pack(), show)).check(line).action();
    }

    private String onAir() {
        String show = stall.onAir(stall.product(stall.seller(), "가 크림", 1_000, 10));
        as(Actor.ONAIR, () -> {
            chats.begin();
            return show;
        });
        work();
        return show;
    }

    private void says(String show, String viewer, String text) {
        String pass = as(Actor.VIEWER, () -> entrance.pass(show, viewer, "하나", false))
                .orThrow()
                .pass();
        assertThat(chat.say(chat.guest(pass), UUID.randomUUID().toString(), text))
                .isTrue();
    }

    @Test
    void a_rule_counts_once_it_is_enabled_and_until_it_is_disabled_and_the_shipped_ones_always() {
        rounds.begin();
        work();
        assertThat(judged("", "복숭아 맛")).isEqualTo(FilterAction.ALLOW);
        ChatRule rule = mod(() -> rules.add(words(FilterAction.BLOCK, "복숭아")));
        work();
        assertThat(judged("", "복숭아 맛")).as("not yet").isEqualTo(FilterAction.ALLOW);
        mod(() -> rules.enable(rule.number()));
        work();
        assertThat(judged("", "복숭아 맛")).isEqualTo(FilterAction.BLOCK);
        assertThat(judged("", "복 숭 아 맛")).as("the letters stand apart").isEqualTo(FilterAction.BLOCK);
        assertThat(new ChatFilter(FilterRules.of(judges.pack())).rules().rules())
                .hasSize(FilterRules.shipped().rules().size() + 1);
        assertThat(as(MODERATOR, () -> rules.edition()).told())
                .isEqualTo(as(MODERATOR, () -> rules.edition()).number());
        mod(() -> rules.disable(rule.number()));
        work();
        assertThat(judged("", "복숭아 맛")).isEqualTo(FilterAction.ALLOW);
    }

    @Test
    void while_nobody_answers_it_is_said_so_and_the_newest_arrives_later() {
        judges.away(true);
        ChatRule rule = mod(() -> rules.add(words(FilterAction.HOLD, "살구")));
        mod(() -> rules.enable(rule.number()));
        work();
        assertThat(as(MODERATOR, () -> rules.edition()).told())
                .isLessThan(as(MODERATOR, () -> rules.edition()).number());
        judges.away(false);
        work();
        assertThat(judged("", "살구")).isEqualTo(FilterAction.HOLD);
    }

    @Test
    void a_rule_of_one_show_counts_in_no_other() {
        ChatRule rule = mod(() -> rules.add(new RuleWish("SH-7", FilterAction.MASK, null, List.of("자두+"), null)));
        mod(() -> rules.enable(rule.number()));
        work();
        assertThat(judged("SH-7", "자두두")).isEqualTo(FilterAction.MASK);
        assertThat(judged("SH-8", "자두두")).isEqualTo(FilterAction.ALLOW);
        assertThat(mod(() -> rules.test("SH-7", "자두두 좋아요")).text()).isEqualTo("*** 좋아요");
        assertThat(mod(() -> rules.test(null, "자두두 좋아요")).action()).isEqualTo(FilterAction.ALLOW);
    }

    @Test
    void the_test_says_by_which_rule_and_how_the_line_was_read() {
        ChatRule rule = mod(() -> rules.add(words(FilterAction.HOLD, "체리")));
        mod(() -> rules.enable(rule.number()));
        LineVerdict verdict = mod(() -> rules.test(null, "cpfl 주세요"));
        assertThat(verdict.action()).isEqualTo(FilterAction.HOLD);
        assertThat(verdict.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.rule()).isEqualTo(rule.id());
            assertThat(hit.reading()).isEqualTo("KEYS");
            assertThat(hit.note()).isEqualTo("시험");
        });
        assertThat(mod(() -> rules.test(null, "안녕하세요")).hits()).isEmpty();
        assertThat(mod(() -> rules.test(null, "010-1234-5678")).hits())
                .extracting(RuleHit::rule)
                .containsExactly("personal.phone");
        assertThat(refused(() -> rules.test(null, " "))).containsExactly("LINE");
        assertThat(refused(() -> rules.test(null, "가".repeat(301)))).containsExactly("LINE");
    }

    @Test
    void a_rule_is_tried_on_what_was_said_and_what_nobody_objected_to_is_likely_a_false_hit() {
        String show = onAir();
        says(show, "viewer-11111", "포도 좋아요");
        says(show, "viewer-22222", "포도나 먹어라");
        says(show, "viewer-33333", "음, 포도");
        says(show, "viewer-44444", "사과 좋아요");
        work();
        List<ChatLine> lines =
                as(MODERATOR, () -> moderation.lines(new Moderation.Wanted(show, null, null, "먹어라", null, 10)));
        mod(() -> moderation.hide(lines.get(0).number(), "무례"));
        RuleTrial trial = mod(() -> rules.tryOut(words(FilterAction.BLOCK, "포도")));
        assertThat(trial.caught()).isEqualTo(3);
        assertThat(trial.stopped()).isEqualTo(2);
        assertThat(trial.doubtful()).isEqualTo(1);
        assertThat(trial.examples()).extracting(CaughtLine::text).containsExactly("포도 좋아요", "음, 포도", "포도나 먹어라");
        assertThat(mod(() -> rules.tryOut(new RuleWish("SH-0", FilterAction.BLOCK, List.of("포도"), null, null)))
                        .caught())
                .as("in another show")
                .isZero();
        assertThat(as(MODERATOR, () -> rules.list()))
                .extracting(ChatRule::words)
                .doesNotContain(List.of("포도"));
    }

    @Test
    void what_cannot_be_a_rule_is_refused_in_words_and_of_two_changes_one_counts() {
        assertThat(refused(() -> rules.add(words(FilterAction.ALLOW, "배")))).containsExactly("ACTION");
        assertThat(refused(() -> rules.add(words(FilterAction.HOLD)))).containsExactly("EMPTY");
        assertThat(refused(() -> rules.add(words(FilterAction.HOLD, "[배")))).containsExactly("UNREADABLE");
        assertThat(refused(() -> rules.add(new RuleWish(null, FilterAction.HOLD, null, List.of("(배"), null))))
                .containsExactly("UNREADABLE");
        assertThat(refused(() -> rules.add(new RuleWish(null, FilterAction.HOLD, null, List.of(".*"), null))))
                .as("it would match every line")
                .containsExactly("UNREADABLE");
        ChatRule rule = mod(() -> rules.add(words(FilterAction.HOLD, "배")));
        mod(() -> rules.change(rule.number(), words(FilterAction.HOLD, "감"), rule.version()));
        assertThat(refused(() -> rules.change(rule.number(), words(FilterAction.HOLD, "귤"), rule.version())))
                .containsExactly("CHANGED");
        mod(() -> rules.remove(rule.number()));
        assertThat(refused(() -> rules.enable(rule.number()))).containsExactly("NO_RULE");
        assertThatThrownBy(() -> as(AUDITOR, () -> rules.add(words(FilterAction.HOLD, "배"))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void signs_without_a_letter_are_refused_in_words_when_they_are_written_and_when_they_are_tried() {
        for (String signs : List.of("*", "***", "!!", ".", "(*|!)", "배(!|,)?|~")) {
            assertThat(refused(() -> rules.add(words(FilterAction.HOLD, "배", signs))))
                    .as(signs)
                    .containsExactly("NO_LETTERS");
            assertThat(refused(() -> rules.tryOut(words(FilterAction.HOLD, signs))))
                    .as(signs)
                    .containsExactly("NO_LETTERS");
        }
        assertThat(as(MODERATOR, () -> rules.add(words(FilterAction.HOLD, "***")))
                        .why()
                        .get(0)
                        .sentence(Locale.KOREAN))
                .contains("***", "글자가 없어");
    }

    @Test
    void a_stored_rule_by_which_nothing_can_be_judged_is_left_out_and_the_others_count() {
        ChatRule bad = mod(() -> rules.add(words(FilterAction.HOLD, "자몽")));
        mod(() -> rules.enable(bad.number()));
        // as it was once possible
        sql.run("update chatrules.rule set words = array['!!'] where number = ?", bad.number());
        ChatRule good = mod(() -> rules.add(words(FilterAction.BLOCK, "석류")));
        mod(() -> rules.enable(good.number()));
        work();
        assertThat(judged("", "석류 맛")).isEqualTo(FilterAction.BLOCK);
        assertThat(mod(() -> rules.test(null, "석류 맛!!")).action()).isEqualTo(FilterAction.BLOCK);
        assertThat(as(MODERATOR, () -> rules.list()))
                .filteredOn(rule -> !rule.sound())
                .extracting(ChatRule::number)
                .containsExactly(bad.number());
        mod(() -> rules.disable(bad.number()));
        assertThat(refused(() -> rules.enable(bad.number()))).containsExactly("NO_LETTERS");
        mod(() -> rules.remove(bad.number()));
    }

    @Test
    void the_test_names_what_had_to_be_read_over_to_find_the_words() {
        ChatRule rule = mod(() -> rules.add(words(FilterAction.HOLD, "두리안", "ㄷㄹㅇ", "과일f00f")));
        mod(() -> rules.enable(rule.number()));
        Map<String, List<ReadingStep>> lines = Map.of(
                "두리안", List.of(ReadingStep.WRITTEN),
                "두 리 안", List.of(ReadingStep.GAPS),
                "두!리안", List.of(ReadingStep.GAPS),
                "두\u200b리안", List.of(ReadingStep.UNSEEN),
                "ㄷㅜ리안", List.of(ReadingStep.JAMO),
                "ㄷㄹㅇ", List.of(ReadingStep.INITIALS),
                "두우우리안", List.of(ReadingStep.REPEATED),
                "과 일 f00f", List.of(ReadingStep.GAPS),
                "enfldks", List.of(ReadingStep.KEYS));
        lines.forEach(
                (line, steps) -> assertThat(mod(() -> rules.test(null, line)).hits())
                        .as(line)
                        .singleElement()
                        .extracting(RuleHit::steps)
                        .isEqualTo(steps));
        assertThat(mod(() -> rules.test(null, "ㅅ1발")).hits().get(0).steps()).contains(ReadingStep.DIGITS);
        assertThat(mod(() -> rules.test(null, "ＳＨＩＢＡＬ")).hits().get(0).steps()).containsExactly(ReadingStep.ALIKE);
        assertThat(mod(() -> rules.test(null, "010-1234-5678")).hits().get(0).steps())
                .containsExactly(ReadingStep.PERSONAL);
        mod(() -> rules.remove(rule.number()));
    }
}
