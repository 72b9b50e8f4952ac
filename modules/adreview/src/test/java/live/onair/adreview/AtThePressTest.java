package live.onair.adreview;

import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import live.onair.claims.ClaimFinding;
import live.onair.claims.ClaimLevel;
import live.onair.claims.ClaimReason;
import live.onair.claims.ClaimRefusal;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows;
import live.onair.cues.CueRows.Act;
import live.onair.cues.Cues;
import live.onair.cues.Prompter;
import live.onair.games.GameRows.GameKind;
import live.onair.games.Games;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.Gifts;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.offers.Coupons;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.Cards;
import live.onair.pins.Stall;
import live.onair.products.ProductRows;
import live.onair.products.Products;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On air, what is written or shown and may not be said goes out only when somebody says why. */
@RoomTest
class AtThePressTest {

    private static final String BANNED = "여드름 치료에 좋은 크림이에요";
    private static final String CLEAN = "건조한 피부에 보습을 더해 줘요";
    private static final String WHY = "고객 질문을 그대로 읽는 말입니다";

    @Inject
    Stall stall;

    @Inject
    ClaimGate checks;

    @Inject
    AdReview review;

    @Inject
    Cards cards;

    @Inject
    Cues cues;

    @Inject
    Prompter prompter;

    @Inject
    Coupons coupons;

    @Inject
    Products products;

    @Inject
    Games games;

    @Inject
    Gifts gifts;

    @Inject
    Gate gate;

    @Inject
    Heard heard;

    private String cream = "";

    /** What was told of decisions. */
    @Singleton
    static class Heard {

        private final List<AdReviewEvent.FindingLetOut> letOut = new ArrayList<>();

        void hear(@Observes AdReviewEvent event) {
            if (event instanceof AdReviewEvent.FindingLetOut out) {
                letOut.add(out);
            }
        }
    }

    @BeforeEach
    void aCream() {
        as(Actor.ONAIR, () -> {
            checks.begin();
            return "";
        });
        heard.letOut.clear();
        cream = stall.product(stall.seller(), "장벽 크림", 10_000, 10);
    }

    private static <T> T because(String reason, Supplier<Outcome<T>> command) {
        return done(() -> ClaimReason.with(reason, command));
    }

    private static Cards.NewCard notice(String show, String words) {
        return new Cards.NewCard(CardKind.NOTICE, show, null, null, words);
    }

    private static Coupons.CouponTerms coupon(String name) {
        return new Coupons.CouponTerms(name, null, Money.won(1_000), null, null, null, null, null, null, null, null);
    }

    private static Cues.ItemWish item(String title, Act... acts) {
        return new Cues.ItemWish(null, title, null, 60, CLEAN, null, null, null, List.of(acts));
    }

    private static Cues.SheetWish sheet(String lines) {
        return new Cues.SheetWish(
                null, List.of(new Cues.ItemWish(null, "소개", null, 60, lines, null, null, null, List.of())));
    }

    private Verdict check(String show) {
        return as(MODERATOR, () -> gate.of(show)).stream()
                .filter(row -> row.code().equals("claims"))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    /** Refused without a reason and with one that is none; with one it is done and told once. */
    private <T> T asked(String show, Supplier<Outcome<T>> command) {
        assertThat(refused(command)).containsExactly("FOUND", "WHY");
        assertThat(refused(() -> ClaimReason.with(" ok ", command))).containsExactly("FOUND", "WHY");
        assertThat(heard.letOut).isEmpty();
        T done = because(WHY, command);
        assertThat(heard.letOut).hasSize(1).allSatisfy(out -> {
            assertThat(out.show()).isEqualTo(show);
            assertThat(out.reason()).isEqualTo(WHY);
            assertThat(out.words()).contains("여드름");
            assertThat(out.rule()).isNotBlank();
            assertThat(out.group()).isEqualTo("의약품 오인");
        });
        assertThat(check(show)).as("what was decided is not in the way").isEqualTo(Verdict.GREEN);
        return done;
    }

    @Test
    void a_card_is_written_on_air_with_a_reason_and_shown_without_another() {
        String show = stall.onAir(cream);
        Card card = asked(show, () -> cards.add(notice(show, BANNED)));
        done(() -> cards.show(show, card.id()));
        AdReview.Found found = as(MODERATOR, () -> review.of(show)).found().get(0);
        assertThat(Objects.requireNonNull(found.cleared()).by()).isEqualTo("kim");
        assertThat(found.cleared().reason()).isEqualTo(WHY);
    }

    @Test
    void other_words_of_a_card_that_viewers_read_are_asked_about_anew_and_refused_whole() {
        String show = stall.onAir(cream);
        Card card = done(() -> cards.add(notice(show, CLEAN)));
        done(() -> cards.show(show, card.id()));
        Cards.CardWords words = new Cards.CardWords(null, null, BANNED);
        assertThat(refused(() -> cards.change(card.id(), words))).contains("FOUND");
        assertThat(as(MODERATOR, () -> cards.shown(show)).notices())
                .extracting(Card::text)
                .containsExactly(CLEAN);
        asked(show, () -> cards.change(card.id(), words));
        heard.letOut.clear();
        asked(show, () -> cards.change(card.id(), new Cards.CardWords(null, null, "정말 " + BANNED)));
    }

    @Test
    void a_question_of_a_product_is_asked_about_for_each_show_on_air_that_has_it() {
        String show = stall.onAir(cream);
        asked(show, () -> cards.add(new Cards.NewCard(CardKind.FAQ, null, cream, "누가 쓰나요?", "여드름 치료에 좋아요")));
    }

    @Test
    void a_question_of_a_product_turns_the_check_of_each_show_that_has_it_red_though_none_shows_it() {
        String show = stall.draft(cream);
        assertThat(check(show)).isEqualTo(Verdict.GREEN);
        Card card = done(() -> cards.add(new Cards.NewCard(CardKind.FAQ, null, cream, "누가 쓰나요?", "여드름 치료에 좋아요")));
        assertThat(check(show)).isEqualTo(Verdict.RED);
        done(() -> cards.remove(card.id()));
        assertThat(check(show)).isEqualTo(Verdict.GREEN);
    }

    @Test
    void what_is_written_before_the_approval_is_asked_about_by_the_gate_and_by_nobody_else() {
        String show = stall.draft(cream);
        done(() -> cards.add(notice(show, BANNED)));
        done(() -> prompter.tell(show, null, BANNED));
        done(() -> coupons.add(show, coupon("여드름 치료 쿠폰")));
        done(() -> cues.arrange(show, sheet(BANNED)));
        assertThat(check(show)).isEqualTo(Verdict.RED);
        assertThat(heard.letOut).isEmpty();
    }

    @Test
    void the_host_is_told_what_may_not_be_said_only_with_a_reason() {
        String show = stall.onAir(cream);
        assertThat(as(MODERATOR, () -> prompter.tell(show, null, BANNED)).isDone())
                .isFalse();
        CueRows.Message told = asked(show, () -> prompter.tell(show, null, BANNED));
        assertThat(as(MODERATOR, () -> prompter.of(show))).containsExactly(told);
    }

    @Test
    void a_line_of_the_sheet_is_changed_on_air_with_a_reason_and_other_items_are_not_asked_about() {
        String live = stall.onAir(cream);
        asked(live, () -> cues.arrange(live, sheet(BANNED)));
        heard.letOut.clear();
        List<Cues.ItemWish> more = new ArrayList<>(as(MODERATOR, () -> cues.of(live)).items().stream()
                .map(Cues.ItemWish::same)
                .toList());
        more.add(new Cues.ItemWish(null, "마무리", null, 60, CLEAN, null, null, null, List.of()));
        done(() -> cues.arrange(live, new Cues.SheetWish(null, more)));
        assertThat(heard.letOut).as("a clean item beside it").isEmpty();
        more.add(new Cues.ItemWish(null, "끝인사", null, 60, CLEAN, "여드름 치료 크림", null, null, List.of()));
        List<Cues.ItemWish> now = new ArrayList<>(as(MODERATOR, () -> cues.of(live)).items().stream()
                .map(Cues.ItemWish::same)
                .toList());
        now.add(more.get(more.size() - 1));
        asked(live, () -> cues.arrange(live, new Cues.SheetWish(null, now)));
    }

    @Test
    void a_coupon_is_written_on_air_with_a_reason_and_opened_without_another() {
        String show = stall.onAir(cream);
        Coupons.CouponTerms terms = coupon("여드름 치료 쿠폰");
        String id = asked(show, () -> coupons.add(show, terms)).id();
        done(() -> coupons.open(show, id));
        String clean = done(() -> coupons.add(show, coupon("보습 쿠폰"))).id();
        heard.letOut.clear();
        asked(show, () -> coupons.change(clean, new Coupons.CouponChange(null, coupon("여드름 완치 쿠폰"))));
    }

    @Test
    void what_is_open_again_is_asked_about_when_it_is_shown_and_a_cue_says_so_in_words() {
        String show = stall.draft(cream);
        Card card = done(() -> cards.add(notice(show, CLEAN)));
        done(() -> cues.arrange(
                show,
                new Cues.SheetWish(null, List.of(item("오프닝"), item("소개", new Act(CueKind.NOTICE_ON, card.id()))))));
        String live = stall.start(show);
        because(WHY, () -> cards.change(card.id(), new Cards.CardWords(null, null, BANNED)));
        done(() -> review.reopen(
                live, as(MODERATOR, () -> review.of(live)).found().get(0).id()));
        heard.letOut.clear();
        done(() -> cues.advance(
                live, as(MODERATOR, () -> cues.of(live)).items().get(0).id()));
        stall.work();
        CueRows.ActReport report = as(MODERATOR, () -> cues.of(live)).reports().get(0);
        assertThat(report.done()).isFalse();
        assertThat(report.ko()).contains("여드름", "의약품 오인");
        asked(live, () -> cards.show(live, card.id()));
    }

    @Test
    void a_product_that_is_being_sold_is_called_what_it_may_not_be_with_a_reason_only() {
        String show = stall.onAir(cream);
        asked(show, () -> products.change(cream, new Products.Change(null, called("여드름 치료 크림", 10_000))));
        heard.letOut.clear();
        String other = stall.product(stall.seller(), "보습 크림", 10_000, 10);
        Products.ProductTerms banned = Stall.terms(
                products.find(other).orElseThrow().seller().id(), "S-" + System.nanoTime(), "여드름 치료 밤", 10_000, 10);
        done(() -> products.change(other, new Products.Change(null, banned)));
        assertThat(heard.letOut).as("no show sells it").isEmpty();
    }

    private Products.ProductTerms called(String name, long won) {
        ProductRows.Product now = products.find(cream).orElseThrow();
        return Stall.terms(now.seller().id(), now.sku(), name, won, 10);
    }

    @Test
    void a_game_and_a_gift_are_written_on_air_with_a_reason_and_opened_without_another() {
        String show = stall.onAir(cream);
        Games.GameTerms poll = new Games.GameTerms(
                GameKind.POLL, "여드름 치료에 좋았나요?", List.of("네", "아니요"), null, null, null, null, 60, null, null, null);
        String game = asked(show, () -> games.add(show, poll)).id();
        done(() -> games.open(show, game));
        heard.letOut.clear();
        Gifts.GiftTerms gift = new Gifts.GiftTerms(
                GiftKind.SPEND,
                "여드름 치료 샘플",
                null,
                null,
                Money.won(1_000),
                null,
                null,
                null,
                List.of(new GiftItem("DEMO-1", "데모 샘플", 1)),
                null);
        asked(show, () -> gifts.add(show, gift));
    }

    @Test
    void the_refusal_names_the_group_the_words_and_what_to_say_instead_in_both_languages() {
        String show = stall.onAir(cream);
        Outcome<?> outcome = as(MODERATOR, () -> prompter.tell(show, null, BANNED));
        ClaimFinding finding = ClaimRefusal.finding(outcome.why().get(0));
        assertThat(finding.level()).isEqualTo(ClaimLevel.BANNED);
        assertThat(as(MODERATOR, () -> review.lookIn(show, null, BANNED))).containsExactly(finding);
        assertThat(outcome.sentence(Locale.KOREAN)).contains("여드름", "의약품 오인", "이렇게 바꿀 수 있습니다", "이유를 5자에서 500자까지");
        assertThat(outcome.sentence(Locale.ENGLISH)).contains("Taken for a medicine", "Say instead", "give a reason");
    }

    @Test
    void a_show_that_sells_no_cosmetics_is_asked_nothing() {
        String show = stall.onAir();
        done(() -> prompter.tell(show, null, BANNED));
        assertThat(as(MODERATOR, () -> review.lookIn(show, null, BANNED))).isEmpty();
        assertThat(heard.letOut).isEmpty();
    }
}
