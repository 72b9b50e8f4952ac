package live.onair.gifts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.gifts.GiftRows.Award;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.Line;
import live.onair.sheets.Sheet;

/**
 * What a warehouse sends for the orders of a show, a line for each thing: what was ordered, what a bundle is made of instead of
 * the bundle, and gifts. Nothing in it says who ordered.
 */
@Singleton
class Warehouse {

    private static final List<String> COLUMNS = List.of("주문 번호", "주문 시각", "구분", "코드", "이름", "옵션", "수량", "묶음·사은품");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    private final ShowOrders orders;
    private final GiftShelf shelf;

    @Inject
    Warehouse(ShowOrders orders, GiftShelf shelf) {
        this.orders = orders;
        this.shelf = shelf;
    }

    /** The oldest order first. */
    Sheet of(String show) {
        Map<String, List<Award>> awards = shelf.awards(show);
        Map<String, String> bundles = new HashMap<>();
        shelf.of(show).stream()
                .filter(rule -> rule.condition().kind() == GiftKind.BUNDLE)
                .forEach(rule ->
                        bundles.put(rule.id(), String.valueOf(rule.condition().product())));
        List<Sheet.Line> lines = new ArrayList<>();
        for (Hold order : orders.oldestFirst(show)) {
            of(order, awards.getOrDefault(String.valueOf(order.order()), List.of()), bundles, lines);
        }
        return new Sheet(COLUMNS, lines);
    }

    private static void of(Hold order, List<Award> awards, Map<String, String> bundles, List<Sheet.Line> lines) {
        List<String> bundled = awards.stream()
                .filter(award -> award.kind() == GiftKind.BUNDLE)
                .map(award -> bundles.getOrDefault(award.rule(), ""))
                .toList();
        order.lines().stream()
                .filter(line -> !bundled.contains(line.product()))
                .map(Warehouse::cells)
                .forEach(cells -> add(lines, order, cells));
        for (Award award : awards) {
            award.items().forEach(item -> add(lines, order, cells(award, item)));
        }
    }

    private static List<String> cells(Line line) {
        String option = line.sku() == null ? "" : line.sku();
        return List.of("상품", line.product(), line.name(), option, String.valueOf(line.pieces()), "");
    }

    private static List<String> cells(Award award, GiftItem item) {
        String kind = award.kind() == GiftKind.BUNDLE ? "구성품" : "사은품";
        int pieces = Math.multiplyExact(item.pieces(), award.times());
        return List.of(kind, item.code(), item.name(), "", String.valueOf(pieces), award.name());
    }

    private static void add(List<Sheet.Line> lines, Hold order, List<String> cells) {
        Instant at = order.orderedAt();
        List<String> all = new ArrayList<>(List.of(String.valueOf(order.order()), at == null ? "" : TIME.format(at)));
        all.addAll(cells);
        lines.add(new Sheet.Line(lines.size() + 2, all));
    }
}
