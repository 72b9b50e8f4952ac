package live.onair.promises;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import live.onair.cues.CueEvent;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.kernel.Money;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferEvent;
import live.onair.pins.CardEvent;
import live.onair.pins.CardRows.Card;
import live.onair.pins.Cards;
import live.onair.pins.PinEvent;
import live.onair.pins.PinRows;
import live.onair.pins.Pins;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUp;
import live.onair.promises.PromiseBook.Said;
import live.onair.promises.PromiseRows.PromiseKind;
import org.jspecify.annotations.Nullable;

/** Hears what is shown and said on air, and writes down what of it is a promise. Works inside the transaction of the news. */
@Singleton
class PromiseNews {

    private final LineUps lineUps;
    private final Pins pins;
    private final Cards cards;
    private final Cues cues;
    private final FlashSales flashSales;
    private final Coupons coupons;
    private final PromiseBook book;

    @Inject
    PromiseNews(
            LineUps lineUps,
            Pins pins,
            Cards cards,
            Cues cues,
            FlashSales flashSales,
            Coupons coupons,
            PromiseBook book) {
        this.lineUps = lineUps;
        this.pins = pins;
        this.cards = cards;
        this.cues = cues;
        this.flashSales = flashSales;
        this.coupons = coupons;
        this.book = book;
    }

    /** A price of the show that is below the usual one is one for the show only. */
    void pinned(@Observes PinEvent.Pinned event) {
        if (event.rehearsal()) {
            return;
        }
        lineUps.of(event.show()).item(event.subject()).ifPresent(item -> {
            Money here = item.price();
            Money usual = item.product().price();
            if (here != null && (usual == null || here.minor() < usual.minor())) {
                String words = usual == null ? "방송가 " + here : "방송가 " + here + " (평소 " + usual + ")";
                book.note(event.show(), item, new Said(PromiseKind.PIN, here, words));
            }
        });
    }

    void opened(@Observes OfferEvent.Opened event) {
        flashSales.of(event.show()).stream()
                .filter(sale -> sale.id().equals(event.subject()))
                .forEach(sale -> lineUps.of(event.show())
                        .item(sale.product())
                        .ifPresent(item -> book.note(
                                event.show(), item, new Said(PromiseKind.FLASH, sale.price(), event.terms()))));
        coupons.of(event.show()).stream()
                .filter(coupon -> coupon.id().equals(event.subject()) && coupon.about() != null)
                .forEach(coupon -> lineUps.of(event.show()).item(coupon.about()).ifPresent(item -> {
                    Money cost = item.cost();
                    Money off = cost == null ? null : coupon.discount().off(cost);
                    if (cost != null && off != null && off.minor() > 0 && off.minor() < cost.minor()) {
                        Money left = new Money(cost.minor() - off.minor(), cost.currency());
                        book.note(
                                event.show(),
                                item,
                                new Said(PromiseKind.COUPON, left, coupon.name() + ": " + event.terms()));
                    }
                }));
    }

    /** What is said while an item goes on is said of what the item pins, or of what is pinned anyway. */
    void began(@Observes CueEvent.ItemBegan event) {
        if (event.stage() != CueRows.Stage.AIR) {
            return;
        }
        cues.of(event.show()).items().stream()
                .filter(item -> item.id().equals(event.item()))
                .findFirst()
                .ifPresent(item -> {
                    List<String> own = item.acts().stream()
                            .filter(act -> act.kind() == CueKind.PIN && act.target() != null)
                            .map(act -> String.valueOf(act.target()))
                            .toList();
                    said(
                            event.show(),
                            PromiseKind.SAID,
                            item.title() + "\n" + item.lines() + "\n" + item.caption(),
                            own);
                });
    }

    void shown(@Observes CardEvent.Shown event) {
        for (String show : event.shows()) {
            var board = cards.of(show);
            Stream.concat(board.notices().stream(), board.faq().stream())
                    .filter(card -> card.id().equals(event.subject()))
                    .forEach(card -> said(show, PromiseKind.NOTICE, words(card), own(card.product())));
        }
    }

    private static String words(Card card) {
        return (card.question() + " " + card.text()).strip();
    }

    private static List<String> own(@Nullable String product) {
        return product == null ? List.of() : List.of(product);
    }

    private void said(String show, PromiseKind kind, String text, List<String> own) {
        List<String> words = PromiseWords.in(text);
        if (words.isEmpty()) {
            return;
        }
        List<String> about = own.isEmpty()
                ? pins.shown(show).stream().map(PinRows.Pin::product).toList()
                : own;
        LineUp lineUp = lineUps.of(show);
        about.forEach(product -> lineUp.item(product).ifPresent(item -> {
            Money cost =
                    flashSales.holding(show, product).map(sale -> sale.price()).orElse(item.cost());
            if (cost != null) {
                book.note(show, item, new Said(kind, cost, String.join(", ", words)));
            }
        }));
    }
}
