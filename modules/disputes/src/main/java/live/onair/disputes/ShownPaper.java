package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.disputes.Making.Wanted;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.orders.OrderRows;
import live.onair.orders.Orders;
import live.onair.pins.CardRows.CardSpan;
import live.onair.pins.Cards;
import live.onair.pins.PinRows.Pin;
import live.onair.pins.Pins;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** What viewers saw beside the picture at the moment of the order. */
@Singleton
class ShownPaper {

    private static final String NOTE_KO = "콘솔 시계로 본 주문 순간입니다. 시청자 화면은 전송 지연만큼(보통 몇 초) 늦습니다.";
    private static final String NOTE_EN = "As it stood at the instant of the order by the console's clock."
            + " What viewers saw lay some seconds behind.";

    private final Shows shows;
    private final Orders orders;
    private final Pins pins;
    private final Cards cards;
    private final Coupons coupons;
    private final FlashSales flashSales;
    private final Cues cues;
    private final GoodsPaper goods;

    @Inject
    ShownPaper(
            Shows shows,
            Orders orders,
            Pins pins,
            Cards cards,
            Coupons coupons,
            FlashSales flashSales,
            Cues cues,
            GoodsPaper goods) {
        this.shows = shows;
        this.orders = orders;
        this.pins = pins;
        this.cards = cards;
        this.coupons = coupons;
        this.flashSales = flashSales;
        this.cues = cues;
        this.goods = goods;
    }

    Paper of(Wanted wanted) {
        String id = wanted.show();
        Instant at = wanted.at();
        ShowRows.Show show = shows.find(id).orElseThrow();
        MediaClock media = shows.mediaClock(id).orElse(null);
        List<Pin> pinned = pins.timeline(id).stream()
                .filter(pin -> !pin.rehearsal() && isAt(pin.since(), pin.until(), at))
                .toList();
        Set<String> sold = products(wanted, pinned);
        return new Paper()
                .put("show", id)
                .put("title", show.title())
                .put("at", at)
                .put("position", media == null ? null : media.positionOf(at).orElse(null))
                .put("pinned", each(pinned, pin -> pinned(pin, media, at)))
                .put("prices", each(sold, product -> goods.price(product, id, at)))
                .put("coupons", each(coupons.shownAt(id, at), coupon -> coupon(coupon, at)))
                .put("flashSales", each(flashSales.shownAt(id, at), sale -> sale(sale, at)))
                .put("sellers", goods.sellers(sold, at))
                .put("cards", cards(id, at))
                .put("captions", captions(id, at))
                .put("note", Paper.said(NOTE_KO, NOTE_EN));
    }

    private static <T> List<Paper> each(Collection<T> all, Function<T, Paper> page) {
        return all.stream().map(page).toList();
    }

    /** Those of the order, then those that were pinned. */
    private Set<String> products(Wanted wanted, List<Pin> pinned) {
        Set<String> products = new LinkedHashSet<>();
        orders.find(wanted.order()).orElseThrow().lines().stream()
                .map(OrderRows.Line::product)
                .forEach(products::add);
        pinned.stream().map(Pin::product).forEach(products::add);
        return products;
    }

    private List<Paper> cards(String show, Instant at) {
        return cards.history(show).stream()
                .filter(card -> card.isAt(at))
                .map(ShownPaper::card)
                .toList();
    }

    private static boolean isAt(Instant from, @Nullable Instant to, Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }

    private Paper pinned(Pin pin, @Nullable MediaClock media, Instant at) {
        Instant until = pin.until();
        return new Paper()
                .put("product", pin.product())
                .put("name", pin.name())
                .put("priceWhenPinned", pin.price())
                .put("priceInForce", goods.inForce(pin.product(), pin.show(), at))
                .put("from", pin.since())
                .put("to", until)
                .put("fromPosition", media == null ? null : media.positionFrom(pin.since()))
                .put("toPosition", media == null || until == null ? null : media.positionFrom(until))
                .put("pinnedBy", pin.pinnedBy());
    }

    private static Paper coupon(Coupon coupon, Instant at) {
        Instant opens = coupon.run().opensAt();
        return OrderPaper.coupon(coupon).put("countingDown", opens != null && at.isBefore(opens));
    }

    private static Paper sale(FlashSale sale, Instant at) {
        Instant opens = sale.run().opensAt();
        return new Paper()
                .put("id", sale.id())
                .put("product", sale.product())
                .put("name", sale.name())
                .put("price", sale.price())
                .put("countingDown", opens != null && at.isBefore(opens))
                .put("opensAt", opens)
                .put("closesAt", sale.run().closesAt())
                .put("closedAt", sale.run().closedAt())
                .put("reason", sale.reason());
    }

    private static Paper card(CardSpan card) {
        return new Paper()
                .put("id", card.card())
                .put("kind", Paper.said(card.kind().ko(), card.kind().en()))
                .put("product", card.product())
                .put("question", card.question())
                .put("text", card.text())
                .put("version", card.version())
                .put("from", card.since())
                .put("to", card.until())
                .put("fromPosition", card.from())
                .put("toPosition", card.to());
    }

    private List<Paper> captions(String show, Instant at) {
        CueRows.Sheet sheet = cues.of(show);
        if (sheet.stage() != CueRows.Stage.AIR) {
            return List.of();
        }
        return sheet.items().stream()
                .filter(item -> !item.caption().isEmpty())
                .filter(item -> sheet.step(item.id())
                        .filter(step -> !step.skipped() && isAt(step.startedAt(), step.endedAt(), at))
                        .isPresent())
                .map(item -> new Paper().put("item", item.title()).put("caption", item.caption()))
                .toList();
    }
}
