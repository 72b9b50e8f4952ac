package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.games.GameRows.GameKind;
import live.onair.games.Games;
import live.onair.gifts.GiftRows;
import live.onair.gifts.Gifts;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Korean;
import live.onair.kernel.Money;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.Cards;
import live.onair.pins.Pins;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;

/** What viewers of the demo's show are shown beside its picture: a pinned product, a coupon, a notice and two questions. */
@Singleton
class DemoWindow {

    private final Pins pins;
    private final Cards cards;
    private final LineUps lineUps;
    private final Coupons coupons;
    private final FlashSales sales;
    private final Games games;
    private final Gifts gifts;

    @Inject
    DemoWindow(Pins pins, Cards cards, LineUps lineUps, Coupons coupons, FlashSales sales, Games games, Gifts gifts) {
        this.pins = pins;
        this.cards = cards;
        this.lineUps = lineUps;
        this.coupons = coupons;
        this.sales = sales;
        this.games = games;
        this.gifts = gifts;
    }

    /** Writes the cards; viewers see them from now on. */
    void write(Actor planner, String show) {
        Acting.call(planner, () -> {
            shown(show, new Cards.NewCard(CardKind.NOTICE, show, null, null, "데모 방송입니다. 실제 상품이 아닙니다."));
            cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "데모 공지: 데모 쿠폰은 결제 화면에서 적용됩니다."));
            shown(show, new Cards.NewCard(CardKind.FAQ, show, null, "데모 배송은 얼마나 걸리나요?", "데모라서 아무것도 오지 않습니다."));
            lineUps.of(show).items().stream().findFirst().ifPresent(item -> ask(show, item));
            coupons.add(show, coupon());
            games(show);
            gifts.add(show, gift());
            lineUps.of(show).items().stream().skip(1).findFirst().ifPresent(item -> flash(show, item));
            return show;
        });
    }

    private void ask(String show, LineUpItem item) {
        shown(
                show,
                new Cards.NewCard(
                        CardKind.FAQ,
                        null,
                        item.product().id(),
                        Korean.fitted(item.product().name() + "은(는) 살 수 있나요?"),
                        "데모 브랜드의 데모 상품이라 살 수 없습니다."));
    }

    private void shown(String show, Cards.NewCard wanted) {
        cards.add(wanted).then(card -> cards.show(show, card.id()));
    }

    private static Coupons.CouponTerms coupon() {
        return new Coupons.CouponTerms(
                "데모 방송 쿠폰", null, Money.won(1_000), null, null, Money.won(10_000), null, 3_000, 1, null, true);
    }

    private static Gifts.GiftTerms gift() {
        return new Gifts.GiftTerms(
                GiftRows.GiftKind.SPEND,
                "데모 파우치",
                null,
                null,
                Money.won(50_000),
                null,
                100,
                true,
                List.of(new GiftRows.GiftItem("DEMO-POUCH", "데모 파우치", 1)),
                null);
    }

    /** A poll that opens with the show, and a quiz that waits. */
    private void games(String show) {
        games.add(
                show,
                new Games.GameTerms(
                        GameKind.POLL,
                        "데모 투표: 다음 방송에서 보고 싶은 것은?",
                        List.of("데모 크림", "데모 쿠션", "데모 토너"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        true,
                        null));
        games.add(
                show,
                new Games.GameTerms(
                        GameKind.QUIZ,
                        "데모 퀴즈: 이 방송은 무엇일까요?",
                        List.of("진짜 판매 방송", "데모 방송"),
                        List.of(2),
                        "데모 경품(보내지 않음)",
                        3,
                        null,
                        60,
                        null,
                        null,
                        null));
    }

    /** A fifth off, in whole hundreds. */
    private void flash(String show, LineUpItem item) {
        Money cost = item.cost();
        if (cost != null) {
            Money price = new Money(cost.minor() * 8 / 1_000 * 100, cost.currency());
            sales.add(show, new FlashSales.FlashTerms(item.product().id(), price, 30, 300, 100, null));
        }
    }

    /** Pins the first product that can be pinned, and opens the coupon. */
    void pin(Actor planner, String show) {
        Acting.call(planner, () -> {
            games.of(show).stream()
                    .filter(game -> game.kind() == GameKind.POLL)
                    .forEach(game -> games.open(show, game.id()));
            coupons.of(show).forEach(coupon -> coupons.open(show, coupon.id()));
            return lineUps.of(show).items().stream()
                    .anyMatch(item -> pins.pin(show, item.product().id()).isDone());
        });
    }
}
