package live.onair.questions;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.moderation.Announcements;
import live.onair.moderation.ChatEntrance;
import live.onair.moderation.ChatKeeping;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRounds;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.spi.FakeChat;
import live.onair.pins.CardRows.Card;
import live.onair.pins.Cards;
import live.onair.pins.Pins;
import live.onair.pins.Stall;
import live.onair.questions.Questions.AskedQuestion;
import live.onair.questions.Questions.QuestionAnswer;
import live.onair.questions.Questions.QuestionState;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkRunner;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** \u260520: the same asked by many is one question of what was pinned, answered once. */
@RoomTest
class QuestionsTest {

    @Inject
    Questions questions;

    @Inject
    QuestionRounds rounds;

    @Inject
    Stall stall;

    @Inject
    Moderation moderation;

    @Inject
    ModerationRounds chats;

    @Inject
    Announcements announcements;

    @Inject
    ChatKeeping keeping;

    @Inject
    FakeClock clock;

    @Inject
    Pins pins;

    @Inject
    Cards cards;

    @Inject
    ChatEntrance entrance;

    @Inject
    FakeChat chat;

    @Inject
    WorkRunner runner;

    private String cream = "";
    private String balm = "";
    private String show = "";

    @BeforeEach
    void a_show_is_on_air() {
        cream = stall.product(stall.seller(), "가 크림", 1_000, 10);
        balm = stall.product(stall.seller(), "나 밤", 2_000, 10);
        show = stall.onAir(cream, balm);
        as(Actor.ONAIR, () -> {
            chats.begin();
            rounds.begin();
            return show;
        });
        work();
    }

    private void work() {
        for (int i = 0; i < 2; i++) {
            stall.pass(Duration.ofSeconds(3));
            runner.runDue();
        }
    }

    private void says(String viewer, String text) {
        String pass = as(Actor.VIEWER, () -> entrance.pass(show, viewer, "이름 " + viewer.charAt(0), false))
                .orThrow()
                .pass();
        assertThat(chat.say(chat.guest(pass), UUID.randomUUID().toString(), text))
                .isTrue();
    }

    private static String viewer(int number) {
        return "%08x-0000-4000-8000-000000000000".formatted(number);
    }

    private List<AskedQuestion> asked() {
        work();
        return as(MODERATOR, () -> questions.of(show));
    }

    private static <T> T mod(Supplier<Outcome<T>> deed) {
        return as(MODERATOR, deed).orThrow();
    }

    private static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return as(MODERATOR, deed).why().stream().map(Reason::code).toList();
    }

    private static QuestionAnswer inChat(String text) {
        return new QuestionAnswer(null, text, true, false);
    }

    @Test
    void the_same_asked_by_many_is_one_and_each_counts_once() {
        says(viewer(1), "배송 언제 되나요");
        says(viewer(2), "배송은 언제 와요?");
        says(viewer(2), "배송 언제 되나요??");
        says(viewer(3), "와 예뻐요");
        says(viewer(3), "얼마예요");
        assertThat(asked())
                .extracting(AskedQuestion::words, AskedQuestion::asked, AskedQuestion::people, AskedQuestion::state)
                .containsExactly(
                        Tuple.tuple("배송 언제 되나요", 3, 2, QuestionState.OPEN),
                        Tuple.tuple("얼마예요", 1, 1, QuestionState.OPEN));
    }

    @Test
    void it_belongs_to_what_was_pinned_then_or_what_it_names() {
        says(viewer(1), "얼마예요");
        work();
        done(() -> pins.pin(show, cream));
        stall.pass(Duration.ofSeconds(1));
        says(viewer(2), "얼마예요");
        work();
        done(() -> pins.pin(show, balm));
        stall.pass(Duration.ofSeconds(1));
        says(viewer(3), "얼마예요");
        says(viewer(4), "크림 얼마예요?");
        assertThat(asked())
                .extracting(AskedQuestion::product, AskedQuestion::asked)
                .containsExactlyInAnyOrder(Tuple.tuple(null, 1), Tuple.tuple(cream, 2), Tuple.tuple(balm, 1));
    }

    @Test
    void one_answer_reaches_all_in_the_chat_and_stays_as_a_card() {
        done(() -> pins.pin(show, cream));
        says(viewer(1), "배송 언제 되나요");
        says(viewer(2), "배송 언제 와요?");
        AskedQuestion question = asked().get(0);
        AskedQuestion answered = mod(
                () -> questions.answer(question.number(), new QuestionAnswer(question.version(), "내일부터요", true, true)));
        assertThat(answered.state()).isEqualTo(QuestionState.ANSWERED);
        assertThat(answered.answer()).isEqualTo("내일부터요");
        work();
        assertThat(chat.shows(show)).contains("Q. 배송 언제 되나요 A. 내일부터요");
        Card card = as(MODERATOR, () -> cards.shown(show)).faq().get(0);
        assertThat(card.id()).isEqualTo(answered.card());
        assertThat(card.product()).isEqualTo(cream);
        assertThat(card.text()).isEqualTo("내일부터요");

        says(viewer(3), "배송 언제 되나요?");
        assertThat(asked().get(0).since()).isEqualTo(1);
        assertThat(refused(() -> questions.answer(question.number(), inChat("모레요"))))
                .containsExactly("SETTLED");
        assertThat(mod(() -> questions.reopen(question.number())).state()).isEqualTo(QuestionState.OPEN);
        assertThat(refused(() -> questions.reopen(question.number()))).containsExactly("OPEN");
    }

    @Test
    void an_answer_that_cannot_be_said_leaves_the_question_open() {
        says(viewer(1), "배송 언제 되나요");
        long number = asked().get(0).number();
        assertThat(refused(() -> questions.answer(number, inChat(" ")))).containsExactly("ANSWER");
        assertThat(refused(() -> questions.answer(number, inChat("가".repeat(201)))))
                .containsExactly("ANSWER");
        assertThat(refused(() -> questions.answer(number, new QuestionAnswer(null, "네", false, false))))
                .containsExactly("WHERE");
        assertThat(refused(() -> questions.answer(number, new QuestionAnswer(7, "네", true, false))))
                .containsExactly("SETTLED");
        assertThat(refused(() -> questions.answer(-1, inChat("네")))).containsExactly("NO_QUESTION");
        assertThat(asked().get(0).state()).isEqualTo(QuestionState.OPEN);
        assertThatThrownBy(() -> as(PLANNER, () -> questions.answer(number, inChat("네"))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(AUDITOR, () -> questions.setAside(number))).isInstanceOf(NotAllowedException.class);
        assertThat(as(PLANNER, () -> questions.setAside(number)).orThrow().state())
                .isEqualTo(QuestionState.ASIDE);
    }

    @Test
    void what_viewers_do_not_read_does_not_count() {
        says(viewer(1), "음, 얼마예요?");
        assertThat(asked()).isEmpty();
        ChatLine held = as(MODERATOR, () -> moderation.held(show)).get(0);
        mod(() -> moderation.approve(held.number()));
        assertThat(asked()).extracting(AskedQuestion::asked).containsExactly(1);
        mod(() -> moderation.hide(held.number(), null));
        assertThat(asked()).isEmpty();
        mod(() -> moderation.restore(held.number()));
        assertThat(asked()).extracting(AskedQuestion::asked).containsExactly(1);
        mod(() -> announcements.say(show, Announcements.Style.STANDARD, "얼마일까요?"));
        assertThat(asked()).extracting(AskedQuestion::asked).containsExactly(1);
        assertThat(as(
                        MODERATOR,
                        () -> moderation.lines(new Moderation.Wanted(show, LineState.SHOWN, null, null, null, 9))))
                .hasSize(2);
    }

    @Test
    void lines_are_read_once_however_often_the_console_starts() {
        says(viewer(1), "얼마예요?");
        asked();
        as(Actor.ONAIR, () -> {
            rounds.begin();
            return show;
        });
        says(viewer(2), "얼마예요?");
        assertThat(asked()).extracting(AskedQuestion::asked).containsExactly(2);
    }

    @Test
    void who_is_told_in_a_held_question_is_starred_out_before_anybody_quotes_it() {
        says(viewer(1), "음, 010-1234-5678로 언제 전화하나요?");
        ChatLine held = heldAfterWork();
        mod(() -> moderation.approve(held.number()));
        assertThat(asked()).extracting(AskedQuestion::words).containsExactly("음, *************로 언제 전화하나요?");
    }

    private ChatLine heldAfterWork() {
        work();
        return as(MODERATOR, () -> moderation.held(show)).get(0);
    }

    @Test
    void questions_are_kept_as_long_as_chats_are() {
        says(viewer(1), "얼마예요?");
        assertThat(asked()).hasSize(1);
        clock.advance(Duration.ofDays(as(MODERATOR, keeping::retention).days() + 2L));
        runner.runDue();
        assertThat(as(MODERATOR, () -> questions.of(show))).isEmpty();
    }
}
