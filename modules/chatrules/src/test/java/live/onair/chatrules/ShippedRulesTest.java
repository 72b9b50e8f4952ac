package live.onair.chatrules;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import live.onair.chatrules.ShippedRules.ShippedRule;
import live.onair.chatrules.ShippedRules.ShippedTrial;
import live.onair.chatrules.ShippedRules.ShippedWish;
import live.onair.chatrules.spi.FakeJudges;
import live.onair.filter.ChatFilter;
import live.onair.filter.FilterAction;
import live.onair.filter.FilterRules;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.moderation.ChatEntrance;
import live.onair.moderation.ModerationRounds;
import live.onair.moderation.spi.FakeChat;
import live.onair.pins.Stall;
import live.onair.sql.Statements;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M4, \u260527: the rules that come with the program count as they are shipped until somebody changes them here. */
@RoomTest
class ShippedRulesTest {

    private static final String RUDE = "mild.rude";
    private static final String ABUSE = "abuse.jiral";

    @Inject
    ShippedRules rules;

    @Inject
    ChatRules own;

    @Inject
    ChatRuleRounds rounds;

    @Inject
    FakeJudges judges;

    @Inject
    Stall stall;

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
    void judged_by_the_newest() {
        judges.away(false);
        rounds.begin();
        work();
    }

    @AfterEach
    void as_shipped_again() {
        as(MODERATOR, () -> rules.list()).stream()
                .filter(ShippedRule::differs)
                .forEach(rule -> mod(() -> rules.restore(rule.id(), rule.version())));
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

    private ShippedRule one(String id) {
        return as(MODERATOR, () -> rules.list()).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ShippedWish words(ShippedRule rule, List<String> without, String... added) {
        List<String> words = new ArrayList<>(rule.words());
        words.removeAll(without);
        words.addAll(Arrays.asList(added));
        return new ShippedWish(rule.action(), words, rule.enabled());
    }

    private ShippedRule change(String id, ShippedWish wish) {
        ShippedRule to = mod(() -> rules.change(id, wish, one(id).version()));
        work();
        return to;
    }

    private FilterAction judged(String line) {
        return new ChatFilter(FilterRules.of(judges.pack(), "")).check(line).action();
    }

    @Test
    void unchanged_they_are_the_ones_that_are_measured() {
        assertThat(as(AUDITOR, () -> rules.list()))
                .noneMatch(ShippedRule::differs)
                .extracting(ShippedRule::id)
                .containsAll(FilterRules.shipped().rules().stream()
                        .map(rule -> rule.id())
                        .toList())
                .endsWith(ShippedRules.INNOCENTS);
        int edition = as(MODERATOR, () -> own.edition()).number();
        change("sexual.slang", new ShippedWish(null, null, null));
        assertThat(one("sexual.slang").version()).as("nothing was changed").isZero();
        assertThat(as(MODERATOR, () -> own.edition()).number()).isEqualTo(edition);
    }

    @Test
    void one_counts_otherwise_in_all_shows_and_then_as_it_was_shipped_again() {
        String line = "지랄하네";
        int edition = as(MODERATOR, () -> own.edition()).number();
        change(ABUSE, new ShippedWish(FilterAction.BLOCK, null, null));
        assertThat(judged(line)).isEqualTo(FilterAction.BLOCK);
        assertThat(one(ABUSE)).satisfies(rule -> {
            assertThat(rule.shippedAction()).isEqualTo(FilterAction.MASK);
            assertThat(rule.by()).isEqualTo(MODERATOR.name());
        });
        assertThat(mod(() -> own.test(null, line)).action()).isEqualTo(FilterAction.BLOCK);
        change(ABUSE, new ShippedWish(null, null, false));
        assertThat(judged(line)).isEqualTo(FilterAction.ALLOW);
        mod(() -> rules.restore(ABUSE, one(ABUSE).version()));
        work();
        assertThat(judged(line)).isEqualTo(FilterAction.MASK);
        assertThat(as(MODERATOR, () -> own.edition()).number()).isEqualTo(edition + 3);
        assertThat(one(ABUSE).differs()).isFalse();
    }

    @Test
    void words_are_left_out_and_added_and_only_the_difference_is_kept() {
        ShippedRule rude = one(RUDE);
        assertThat(judged("호구 왔네")).isEqualTo(FilterAction.FLAG);
        ShippedRule to = change(RUDE, words(rude, List.of("호구"), "찹쌀떡아"));
        assertThat(to.added()).containsExactly("찹쌀떡아");
        assertThat(to.leftOut()).containsExactly("호구");
        assertThat(judged("호구 왔네")).isEqualTo(FilterAction.ALLOW);
        assertThat(judged("찹 쌀 떡 아")).isEqualTo(FilterAction.FLAG);
        assertThat(sql.list(
                        "select added, left_out from chatrules.shipped where rule_id = ?",
                        row -> row.texts("added") + "" + row.texts("left_out"),
                        RUDE))
                .containsExactly("[찹쌀떡아][호구]");
        // a word that a newer version no longer has, and one that it has by itself now
        sql.run(
                "update chatrules.shipped set left_out = array['호구', '없는말'], added = array['찹쌀떡아', '왜구']"
                        + " where rule_id = ?",
                RUDE);
        assertThat(one(RUDE).leftOut()).containsExactly("호구");
        assertThat(one(RUDE).added()).containsExactly("찹쌀떡아");
    }

    @Test
    void a_word_that_was_caught_wrongly_is_an_exception_from_then_on() {
        String line = "새로 나온 지랄탄산 맛";
        assertThat(judged(line)).isEqualTo(FilterAction.ALLOW);
        String other = "붉은지랄나무";
        assertThat(judged(other)).isEqualTo(FilterAction.MASK);
        change(ShippedRules.INNOCENTS, words(one(ShippedRules.INNOCENTS), List.of(), "붉은지랄나무"));
        assertThat(judged(other)).isEqualTo(FilterAction.ALLOW);
        assertThat(judged("지랄하네")).isEqualTo(FilterAction.MASK);
        assertThat(refused(
                        () -> rules.change(ShippedRules.INNOCENTS, new ShippedWish(FilterAction.BLOCK, null, null), 1)))
                .containsExactly("ACTION");
    }

    @Test
    void what_a_change_would_have_done_is_told_before_it_counts() {
        String show = stall.onAir(stall.product(stall.seller(), "가 크림", 1_000, 10));
        as(Actor.ONAIR, () -> {
            chats.begin();
            return show;
        });
        work();
        says(show, "viewer-11111", "왜구 어디서 왔나");
        says(show, "viewer-22222", "왜구 아니야");
        says(show, "viewer-33333", "고구마말랭이 주세요");
        work();
        ShippedRule rude = one(RUDE);
        ShippedTrial trial = mod(() -> rules.tryOut(RUDE, words(rude, List.of("왜구"), "고구마말랭이")));
        assertThat(trial.lines()).isGreaterThanOrEqualTo(3);
        assertThat(trial.fewer()).isEqualTo(2);
        assertThat(trial.more()).isEqualTo(1);
        assertThat(trial.caught()).isGreaterThanOrEqualTo(2);
        assertThat(trial.examples())
                .filteredOn(example -> example.named())
                .singleElement()
                .satisfies(example -> assertThat(example.line().text()).isEqualTo("고구마말랭이 주세요"));
        assertThat(one(RUDE).differs()).as("nothing was changed").isFalse();
        assertThat(mod(() -> rules.tryOut(RUDE, new ShippedWish(null, null, false)))
                        .fewer())
                .as("turned off")
                .isEqualTo(trial.caught());
        ShippedTrial exception =
                mod(() -> rules.tryOut(ShippedRules.INNOCENTS, words(one(ShippedRules.INNOCENTS), List.of(), "왜구 아니")));
        assertThat(exception.fewer()).isEqualTo(1);
    }

    private void says(String show, String viewer, String text) {
        String pass = as(Actor.VIEWER, () -> entrance.pass(show, viewer, "하나", false))
                .orThrow()
                .pass();
        assertThat(chat.say(chat.guest(pass), UUID.randomUUID().toString(), text))
                .isTrue();
    }

    @Test
    void what_cannot_be_is_refused_in_words_and_of_two_changes_one_counts() {
        ShippedRule rude = one(RUDE);
        assertThat(refused(() -> rules.change("no.rule", new ShippedWish(null, null, null), 0)))
                .containsExactly("NO_RULE");
        assertThat(refused(() -> rules.change(RUDE, new ShippedWish(FilterAction.ALLOW, null, null), 0)))
                .containsExactly("ACTION");
        assertThat(refused(() -> rules.change(RUDE, new ShippedWish(null, List.of(" "), null), 0)))
                .containsExactly("EMPTY_SHIPPED");
        assertThat(refused(() -> rules.change(RUDE, words(rude, List.of(), "[찹"), 0)))
                .containsExactly("UNREADABLE");
        assertThat(refused(() -> rules.tryOut(RUDE, words(rude, List.of(), "!!"))))
                .containsExactly("NO_LETTERS");
        assertThat(refused(() -> rules.change(
                        RUDE,
                        words(
                                rude,
                                List.of(),
                                IntStream.range(0, 201)
                                        .mapToObj(number -> "낱말" + number)
                                        .toArray(String[]::new)),
                        0)))
                .containsExactly("TOO_MANY");
        int version = rude.version();
        mod(() -> rules.change(RUDE, new ShippedWish(null, null, false), version));
        assertThat(refused(() -> rules.change(RUDE, new ShippedWish(null, null, true), version)))
                .containsExactly("CHANGED");
        assertThatThrownBy(() -> as(AUDITOR, () -> rules.change(RUDE, new ShippedWish(null, null, true), version)))
                .isInstanceOf(NotAllowedException.class);
    }
}
