package live.onair.adreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import live.onair.adreview.AdReview.Found;
import live.onair.adreview.AdReview.ShowReview;
import live.onair.adreview.AdReview.Where;
import live.onair.claims.ClaimEvidence.Kind;
import live.onair.claims.ClaimFinding;
import live.onair.claims.ClaimLevel;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows.Act;
import live.onair.cues.Cues;
import live.onair.cues.Prompter;
import live.onair.games.GameRows.GameKind;
import live.onair.games.Games;
import live.onair.games.Games.GameTerms;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.Gifts;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.offers.Coupons;
import live.onair.products.Evidence;
import live.onair.products.LineUps;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.Products;
import live.onair.products.SellerGate;
import live.onair.products.Sellers;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class AdReviewTest {

    private static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    private static final Actor SECOND = person("lee", Role.MERCHANDISER);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Inject
    AdReview review;

    @Inject
    ClaimGate checks;

    @Inject
    SellerGate sold;

    @Inject
    Products products;

    @Inject
    Sellers sellers;

    @Inject
    LineUps lineUps;

    @Inject
    Evidence evidence;

    @Inject
    Cues cues;

    @Inject
    Shows shows;

    @Inject
    Channels channels;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Coupons coupons;

    @Inject
    Games games;

    @Inject
    Gifts gifts;

    @Inject
    Prompter prompter;

    @Inject
    Gate gate;

    @Inject
    FakeClock clock;

    private String show = "";

    private static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    private static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    private static <T> T done(Supplier<Outcome<T>> deed) {
        return as(PLANNER, deed).orThrow();
    }

    private static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return as(PLANNER, deed::get).why().stream().map(Reason::code).toList();
    }

    @BeforeEach
    void aShow() {
        as(Actor.ONAIR, () -> {
            sold.begin();
            checks.begin();
            return "";
        });
        String channel = as(
                        Actor.ONAIR,
                        () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 60, 60)))
                .orThrow()
                .id();
        Instant start = clock.instant().plus(Duration.ofHours(3));
        show = done(() -> shows.schedule(
                        Shows.Schedule.of("크림 방송", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.TEST)))
                .id();
    }

    private String product(String name, Cosmetic cosmetic, String report) {
        String seller = done(() -> sellers.add(new Sellers.SellerTerms(
                        "데모 상사 " + System.nanoTime(),
                        "홍데모",
                        "서울시 중구 데모로 1",
                        "02-1234-5678",
                        "cs@demo.example",
                        number(),
                        "2026-서울중구-01234")))
                .id();
        return done(() -> products.add(new Products.ProductTerms(
                        seller,
                        "SKU-" + System.nanoTime(),
                        name,
                        "데모",
                        "크림",
                        Money.won(10_000),
                        null,
                        null,
                        10,
                        List.of(),
                        cosmetic,
                        report)))
                .id();
    }

    private int sellersSoFar;

    /** A business number whose last digit is right, another one each time; nobody has it. */
    private String number() {
        String nine = "%09d".formatted(123_450_000 + System.nanoTime() % 10_000 + sellersSoFar++);
        int[] weights = {1, 3, 7, 1, 3, 7, 1, 3, 5};
        int sum = Character.digit(nine.charAt(8), 10) * 5 / 10;
        for (int i = 0; i < weights.length; i++) {
            sum += Character.digit(nine.charAt(i), 10) * weights[i];
        }
        return nine + (10 - sum % 10) % 10;
    }

    private void sells(String... ids) {
        List<LineUps.LineUpEntry> wanted = List.of(ids).stream()
                .map(id -> new LineUps.LineUpEntry(id, null))
                .toList();
        done(() -> lineUps.arrange(show, new LineUps.LineUpWish(null, wanted)));
    }

    private void says(String lines, Act... acts) {
        says(lines, "", acts);
    }

    private void says(String lines, String caption, Act... acts) {
        done(() -> cues.arrange(
                show,
                new Cues.SheetWish(
                        null,
                        List.of(new Cues.ItemWish(null, "소개", null, 60, lines, caption, null, null, List.of(acts))))));
    }

    private ShowReview found() {
        return as(PLANNER, () -> review.of(show));
    }

    private Gate.Row check() {
        return as(PLANNER, () -> gate.of(show)).stream()
                .filter(row -> row.code().equals("claims"))
                .findFirst()
                .orElseThrow();
    }

    private void proven(String product, LocalDate until, Kind... kinds) {
        byte[] file = ("%PDF-1.7 " + System.nanoTime()).getBytes(StandardCharsets.UTF_8);
        done(() -> evidence.add(product, new Evidence.NewEvidence("성적서", "a.pdf", file, until, List.of(kinds))));
    }

    @Test
    void what_may_not_be_said_holds_the_approval_back_until_it_is_said_otherwise() {
        assertThat(check().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        sells(product("장벽 크림", Cosmetic.GENERAL, ""));
        says("여드름 치료에 좋은 크림이에요");
        Found found = found().found().get(0);
        assertThat(found.where()).isEqualTo(Where.CUE);
        assertThat(found.finding().level()).isEqualTo(ClaimLevel.BANNED);
        assertThat(found.finding().words()).contains("여드름");
        assertThat(found.finding().rewording()).isNotBlank();
        assertThat(check().verdict()).isEqualTo(Verdict.RED);
        assertThat(check().holdsBack()).isTrue();
        done(() -> lifecycle.submit(show, null, null));
        assertThat(as(SECOND, () -> lifecycle.approve(show, null, null)).why())
                .as("a red finding is in the way")
                .isNotEmpty();
        says("건조한 피부에 보습을 더해 줘요");
        assertThat(found().found()).isEmpty();
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
        as(SECOND, () -> lifecycle.approve(show, null, null)).orThrow();
        assertThat(shows.find(show).orElseThrow().state()).isEqualTo(ShowState.APPROVED);
    }

    @Test
    void title_description_and_products_are_read_as_well() {
        sells(product("여드름 치료 크림", Cosmetic.GENERAL, ""));
        Shows.Schedule other = new Shows.Schedule(
                "아토피 치료 특집", "주름이 사라지는 방송", null, null, null, null, null, null, null, null, null, null, null);
        done(() -> shows.change(new Shows.Change(show, null, other)));
        assertThat(found().found()).extracting(Found::where).contains(Where.PRODUCT, Where.TITLE);
        assertThat(check().facts())
                .containsEntry("banned", String.valueOf(found().found().size()));
    }

    @Test
    void offers_games_gifts_and_what_the_host_is_told_are_read_and_reported_at_once() {
        sells(product("장벽 크림", Cosmetic.GENERAL, ""));
        says("건조한 피부에 보습을 더해 줘요");
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
        String coupon = done(() -> coupons.add(
                        show,
                        new Coupons.CouponTerms(
                                "여드름 치료 쿠폰", null, Money.won(1_000), null, null, null, null, null, null, null, null)))
                .id();
        said(Where.OFFER, "여드름 치료 쿠폰");
        done(() -> coupons.remove(coupon));
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
        GameTerms quiz = new GameTerms(
                GameKind.QUIZ, "이 크림은?", List.of("보습", "아토피 치료"), List.of(1), "데모 경품", 1, null, 60, null, null, null);
        String game = done(() -> games.add(show, quiz)).id();
        said(Where.GAME, "이 크림은?");
        done(() -> games.remove(game));
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
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
        String rule = done(() -> gifts.add(show, gift)).id();
        said(Where.GIFT, "여드름 치료 샘플");
        done(() -> gifts.stop(rule));
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
        UUID message =
                done(() -> prompter.tell(show, null, "여드름 치료에 좋다고 말해 주세요")).id();
        said(Where.MESSAGE, "kim");
        done(() -> prompter.clear(message));
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void what_stands_over_the_picture_is_read_by_itself() {
        sells(product("장벽 크림", Cosmetic.GENERAL, ""));
        says("건조한 피부에 보습을 더해 줘요", "여드름 치료 크림");
        said(Where.CAPTION, "소개");
        says("건조한 피부에 보습을 더해 줘요", "촉촉한 크림");
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
    }

    private void said(Where where, String name) {
        assertThat(found().found()).allSatisfy(one -> {
            assertThat(one.where()).isEqualTo(where);
            assertThat(one.name()).isEqualTo(name);
            assertThat(one.finding().level()).isEqualTo(ClaimLevel.BANNED);
        });
        assertThat(check().verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void a_function_may_be_said_of_what_is_registered_for_it_while_the_document_counts() {
        String cream = product("톤 크림", Cosmetic.FUNCTIONAL, "제2026-1호");
        String other = product("보습 크림", Cosmetic.GENERAL, "");
        sells(cream, other);
        says("미백에 도움을 주는 크림입니다", new Act(CueKind.PIN, cream));
        assertThat(check().verdict()).isEqualTo(Verdict.RED);
        LocalDate until = LocalDate.ofInstant(clock.instant(), SEOUL).plusDays(1);
        proven(cream, until, Kind.WHITENING);
        assertThat(found().found()).isEmpty();
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
        assertThat(check().validUntil())
                .isEqualTo(until.plusDays(1).atStartOfDay(SEOUL).toInstant());
        says("미백에 도움을 주는 크림입니다", new Act(CueKind.PIN, other));
        assertThat(check().verdict()).as("said of the other one").isEqualTo(Verdict.RED);
        proven(other, null, Kind.WHITENING);
        assertThat(check().verdict())
                .as("a document makes no functional cosmetic")
                .isEqualTo(Verdict.RED);
    }

    @Test
    void a_person_may_let_a_finding_stand_with_a_reason_and_another_text_is_looked_at_anew() {
        sells(product("장벽 크림", Cosmetic.GENERAL, ""));
        says("여드름 치료에 좋은 크림이에요");
        Found found = found().found().get(0);
        assertThat(refused(() -> review.clear(show, found.id(), " ok "))).containsExactly("REASON");
        assertThat(refused(() -> review.clear(show, "nothing", "고객 질문을 읽는 말입니다")))
                .containsExactly("NO_FINDING");
        assertThat(refused(() -> review.reopen(show, found.id()))).containsExactly("AS_IT_IS");
        assertThatThrownBy(
                        () -> as(person("jung", Role.MODERATOR), () -> review.clear(show, found.id(), "고객 질문을 읽는 말")))
                .isInstanceOf(NotAllowedException.class);
        ShowReview cleared = done(() -> review.clear(show, found.id(), "고객 질문을 읽는 말입니다"));
        assertThat(cleared.found().get(0).holdsBack()).isFalse();
        assertThat(cleared.found().get(0).cleared().by()).isEqualTo("kim");
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
        done(() -> review.reopen(show, found.id()));
        assertThat(check().verdict()).isEqualTo(Verdict.RED);
        done(() -> review.clear(show, found.id(), "고객 질문을 읽는 말입니다"));
        says("정말 여드름 치료에 좋은 크림이에요");
        assertThat(check().verdict()).as("another text").isEqualTo(Verdict.RED);
    }

    @Test
    void a_sentence_is_tried_and_nothing_is_kept() {
        List<ClaimFinding> found = as(PLANNER, () -> review.look("미백 크림", Set.of()));
        assertThat(found).isNotEmpty();
        assertThat(as(PLANNER, () -> review.look("미백 크림", Set.of(Kind.WHITENING))))
                .isEmpty();
        AdReview.Rules rules = as(PLANNER, () -> review.rules());
        assertThat(rules.rules()).hasSizeGreaterThan(30);
        assertThat(rules.version()).isNotBlank();
        assertThat(rules.reviewed()).isFalse();
    }
}
