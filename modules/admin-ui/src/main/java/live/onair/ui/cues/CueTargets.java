package live.onair.ui.cues;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows;
import live.onair.games.Games;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.pins.Cards;
import live.onair.products.LineUps;

/** What an act can be done to, by the words of the rooms that keep it. */
@Singleton
public class CueTargets {

    private final LineUps lineUps;
    private final Cards cards;
    private final Coupons coupons;
    private final FlashSales sales;
    private final Games games;

    @Inject
    CueTargets(LineUps lineUps, Cards cards, Coupons coupons, FlashSales sales, Games games) {
        this.lineUps = lineUps;
        this.cards = cards;
        this.coupons = coupons;
        this.sales = sales;
        this.games = games;
    }

    /** Something to be chosen. */
    public record Target(String id, String label) {}

    /** The kinds that can be chosen. */
    List<CueKind> kinds() {
        return List.of(CueKind.values());
    }

    List<Target> of(String show, CueKind kind) {
        return switch (kind) {
            case PIN, UNPIN ->
                lineUps.of(show).items().stream()
                        .map(item ->
                                new Target(item.product().id(), item.product().name()))
                        .toList();
            case NOTICE_ON, NOTICE_OFF ->
                cards.of(show).notices().stream()
                        .map(card -> new Target(card.id(), card.title()))
                        .toList();
            case COUPON_ON, COUPON_OFF ->
                coupons.of(show).stream()
                        .map(coupon -> new Target(coupon.id(), coupon.name()))
                        .toList();
            case FLASH_ON, FLASH_OFF ->
                sales.of(show).stream()
                        .map(sale -> new Target(sale.id(), sale.name() + " " + sale.price()))
                        .toList();
            case GAME_ON, GAME_OFF, GAME_RESULT ->
                games.of(show).stream()
                        .map(game -> new Target(game.id(), game.setup().question()))
                        .toList();
            case SLATE_ON, SLATE_OFF -> List.of();
        };
    }

    /** What the acts of a show can be done to, read once for all that is drawn together. */
    Labels labels(String show) {
        return new Labels(
                Stream.of(CueKind.PIN, CueKind.NOTICE_ON, CueKind.COUPON_ON, CueKind.FLASH_ON, CueKind.GAME_ON)
                        .flatMap(kind -> of(show, kind).stream())
                        .collect(Collectors.toMap(Target::id, Target::label, (one, same) -> one)));
    }

    /** Names by id. */
    record Labels(Map<String, String> names) {

        /** What it is called; its id where it is not in this show any more. */
        String of(CueRows.Act act) {
            String id = act.target();
            return id == null ? "" : names.getOrDefault(id, id);
        }
    }
}
