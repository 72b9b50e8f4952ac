package live.onair.pins;

import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import live.onair.kernel.NotAllowedException;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardBoard;
import live.onair.pins.CardRows.CardKind;
import live.onair.products.LineUps;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class CardsTest {

    @Inject
    Stall stall;

    @Inject
    Cards cards;

    @Inject
    LineUps lineUps;

    private String cream = "";
    private String show = "";

    @BeforeEach
    void aShow() {
        cream = stall.product(stall.seller(), "가 크림", 1_000, 10);
        show = stall.draft(cream);
    }

    private Card notice(String text) {
        return done(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, text)));
    }

    private Card faq(String question) {
        return done(() -> cards.add(new Cards.NewCard(CardKind.FAQ, show, null, question, "네, 그렇습니다.")));
    }

    private Card ofProduct(String question) {
        return done(() -> cards.add(new Cards.NewCard(CardKind.FAQ, null, cream, question, "네.\n하루 두 번.")));
    }

    private CardBoard board() {
        return as(PLANNER, () -> cards.of(show));
    }

    private List<String> shown() {
        CardBoard seen = as(PLANNER, () -> cards.shown(show));
        return java.util.stream.Stream.concat(seen.notices().stream(), seen.faq().stream())
                .map(Card::title)
                .toList();
    }

    @Test
    void two_notices_are_shown_at_once_and_a_third_is_refused_naming_them() {
        Card first = notice("쿠폰은 결제 화면에서 자동 적용됩니다.");
        Card second = notice("무료 배송입니다.");
        Card third = notice("오늘만입니다.");
        assertThat(shown()).isEmpty();
        assertThat(done(() -> cards.show(show, first.id())).shownSince()).isNotNull();
        as(MODERATOR, () -> cards.show(show, second.id())).orThrow();
        var full = as(PLANNER, () -> cards.show(show, third.id()));
        assertThat(full.why().get(0).sentence(Locale.KOREAN)).contains("쿠폰은", "무료 배송");
        assertThat(refused(() -> cards.show(show, first.id()))).containsExactly("AS_IT_IS");
        done(() -> cards.hide(show, first.id()));
        done(() -> cards.show(show, third.id()));
        assertThat(shown()).containsExactly("무료 배송입니다.", "오늘만입니다.");
        assertThat(refused(() -> cards.hide(show, first.id()))).containsExactly("AS_IT_IS");
    }

    @Test
    void a_question_of_a_product_is_used_in_each_show_that_has_it() {
        Card card = ofProduct("민감한 피부에 써도 되나요?");
        Card own = faq("배송은 얼마나 걸리나요?");
        assertThat(board().faq()).extracting(Card::id).containsExactly(own.id(), card.id());
        assertThat(board().faq().get(1).productName()).isEqualTo("가 크림");
        done(() -> cards.show(show, card.id()));
        assertThat(shown()).containsExactly("민감한 피부에 써도 되나요?");
        String other = stall.draft(cream);
        assertThat(as(PLANNER, () -> cards.of(other)).faq())
                .as("offered there, and not shown yet")
                .extracting(Card::shownSince)
                .containsExactly((java.time.Instant) null);
        assertThat(refused(() -> cards.show(other, own.id()))).containsExactly("ELSEWHERE");
        done(() -> lineUps.arrange(show, new LineUps.LineUpWish(null, List.of())));
        assertThat(shown()).as("the show does not have the product any more").isEmpty();
        assertThat(as(PLANNER, () -> cards.ofProduct(cream))).hasSize(1);
    }

    @Test
    void cards_are_changed_moved_taken_away_and_put_back() {
        Card first = faq("하나?");
        Card second = faq("둘?");
        Card changed = done(() -> cards.change(first.id(), new Cards.CardWords(1, "하나 고침?", "네.")));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(refused(() -> cards.change(first.id(), new Cards.CardWords(1, "또?", "네."))))
                .containsExactly("STALE");
        assertThat(refused(() -> cards.change(first.id(), new Cards.CardWords(null, "하나 고침?", "네."))))
                .containsExactly("AS_IT_IS");
        done(() -> cards.move(second.id(), 0));
        assertThat(board().faq()).extracting(Card::question).containsExactly("둘?", "하나 고침?");
        done(() -> cards.show(show, first.id()));
        done(() -> cards.remove(first.id()));
        assertThat(board().faq()).extracting(Card::question).containsExactly("둘?");
        assertThat(refused(() -> cards.show(show, first.id()))).containsExactly("NO_CARD");
        done(() -> cards.restore(first.id()));
        assertThat(board().faq()).extracting(Card::question).containsExactly("둘?", "하나 고침?");
        assertThat(shown()).as("put back hidden").isEmpty();
        assertThat(refused(() -> cards.restore(first.id()))).containsExactly("NO_CARD");
    }

    @Test
    void only_plain_words_of_a_bearable_length_are_kept() {
        assertThat(refused(() -> cards.add(new Cards.NewCard(CardKind.FAQ, show, null, " ", null))))
                .containsExactly("MISSING", "MISSING");
        assertThat(refused(() -> cards.add(
                        new Cards.NewCard(CardKind.NOTICE, show, null, null, "<img src=x onerror=alert(1)>"))))
                .containsExactly("MARKUP");
        assertThat(refused(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "두\n줄"))))
                .containsExactly("MARKUP");
        assertThat(refused(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "가".repeat(101)))))
                .containsExactly("LONG");
        assertThat(refused(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, null, cream, null, "공지"))))
                .containsExactly("OWNER");
        assertThat(refused(() -> cards.add(new Cards.NewCard(CardKind.FAQ, "SH-0", null, "질문?", "답"))))
                .containsExactly("NO_SHOW");
        assertThat(refused(() -> cards.add(new Cards.NewCard(CardKind.FAQ, null, "PR-0", "질문?", "답"))))
                .containsExactly("NO_PRODUCT");
        assertThatThrownBy(() ->
                        as(Stall.AUDITOR, () -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "공지"))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(board().faq()).isEmpty();
    }

    @Test
    void there_are_no_more_cards_than_one_can_look_through() {
        for (int i = 0; i < CardBook.MOST; i++) {
            notice("공지 " + i);
        }
        assertThat(refused(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "하나 더"))))
                .containsExactly("TOO_MANY");
        assertThat(board().notices()).hasSize(CardBook.MOST);
        faq("질문은 따로 셉니다?");
    }
}
