package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Reason;
import live.onair.products.Allotments.Met;
import live.onair.products.Allotments.Place;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * What shows would take from each other at their places. Three reads, however many shows and products there are; what is
 * neither exclusive nor planned in pieces is not looked at. Works inside the caller's transaction.
 */
@Singleton
class Clashes {

    private static final int NAMED = 3;

    private final Statements sql;
    private final Bookings bookings;

    @Inject
    Clashes(Statements sql, Bookings bookings) {
        this.sql = sql;
        this.bookings = bookings;
    }

    /**
     * A product in a line-up.
     *
     * @param hours null where it is not exclusive
     * @param stock null where nobody knows
     * @param pieces null where nobody has planned it
     */
    private record Item(
            String show,
            String product,
            String name,
            @Nullable Integer hours,
            @Nullable Integer stock,
            @Nullable Integer pieces) {}

    private record Claim(
            String show, String product, @Nullable Integer pieces) {}

    /** A show that sells the same. */
    private record Rival(
            Place place,
            String title,
            boolean over,
            @Nullable Integer pieces) {}

    List<Met> foresee(List<Place> places) {
        Map<String, Place> wanted =
                places.stream().collect(Collectors.toMap(Place::show, Function.identity(), (one, same) -> one));
        List<Item> mine = items("i.show_id = any (?)", List.copyOf(wanted.keySet()));
        Set<String> exclusive = new HashSet<>();
        mine.stream().filter(item -> item.hours() != null).forEach(item -> exclusive.add(item.product()));
        List<String> sold = mine.stream().map(Item::product).distinct().toList();
        Map<String, List<Rival>> rivals = rivals(claims(sold, exclusive), wanted);
        return places.stream()
                .map(place -> new Met(
                        place.show(),
                        mine.stream()
                                .filter(item -> item.show().equals(place.show()))
                                .flatMap(item ->
                                        met(place, item, rivals.getOrDefault(item.product(), List.of())).stream())
                                .toList()))
                .toList();
    }

    private List<Item> items(String which, Object... values) {
        return sql.list(
                "select i.show_id, i.product_id, p.name, x.hours, a.pieces, (select case when count(*) = count(u.stock)"
                        + " then sum(u.stock) end from products.unit u where u.product_id = p.id and (u.position > 0 or not"
                        + " exists (select 1 from products.unit o where o.product_id = p.id and o.position > 0))) stock"
                        + " from products.lineup_item i join products.product p on p.id = i.product_id"
                        + " left join products.exclusive x on x.product_id = i.product_id left join products.allotment a"
                        + " on a.show_id = i.show_id and a.product_id = i.product_id where " + which
                        + " order by i.show_id, i.position",
                row -> new Item(
                        row.text("show_id"),
                        row.text("product_id"),
                        row.text("name"),
                        row.numberOrNull("hours"),
                        row.numberOrNull("stock"),
                        row.numberOrNull("pieces")),
                values);
    }

    private List<Claim> claims(List<String> sold, Set<String> exclusive) {
        return sold.isEmpty()
                ? List.of()
                : sql.list(
                        "select i.show_id, i.product_id, a.pieces from products.lineup_item i left join products.allotment a"
                                + " on a.show_id = i.show_id and a.product_id = i.product_id where i.product_id = any (?)"
                                + " and (i.product_id = any (?) or a.pieces is not null)",
                        row -> new Claim(row.text("show_id"), row.text("product_id"), row.numberOrNull("pieces")),
                        sold,
                        List.copyOf(exclusive));
    }

    private Map<String, List<Rival>> rivals(List<Claim> claims, Map<String, Place> wanted) {
        Map<String, ShowRows.Slot> shows =
                bookings.slots(claims.stream().map(Claim::show).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(ShowRows.Slot::show, Function.identity()));
        return claims.stream()
                .flatMap(claim -> Optional.ofNullable(shows.get(claim.show()))
                        .map(show -> Map.entry(claim.product(), rival(claim, show, wanted)))
                        .stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Rival rival(Claim claim, ShowRows.Slot show, Map<String, Place> wanted) {
        Place place = wanted.getOrDefault(show.show(), new Place(show.show(), show.start(), show.end()));
        return new Rival(place, show.title(), show.state().isOver(), claim.pieces());
    }

    private static List<Reason> met(Place place, Item item, List<Rival> rivals) {
        List<Reason> reasons = new ArrayList<>();
        List<Rival> others = rivals.stream()
                .filter(rival -> !rival.place().show().equals(place.show()))
                .sorted(Comparator.comparing(rival -> rival.place().start()))
                .toList();
        Integer hours = item.hours();
        if (hours != null) {
            others.forEach(rival -> exclusive(place, item.name(), hours, rival, reasons));
        }
        Integer stock = item.stock();
        if (stock != null) {
            stock(place, item, stock, others, reasons);
        }
        return reasons;
    }

    private static void exclusive(Place place, String name, int hours, Rival rival, List<Reason> reasons) {
        Instant from = rival.place().start();
        Instant to = rival.place().end();
        if (place.start().isBefore(to) && from.isBefore(place.end())) {
            reasons.add(ProductRefusal.EXCLUSIVE_OVERLAPS.with(
                    "name",
                    name,
                    "title",
                    rival.title(),
                    "holder",
                    rival.place().show()));
            return;
        }
        Duration gap = place.start().isBefore(from)
                ? Duration.between(place.end(), from)
                : Duration.between(to, place.start());
        if (gap.compareTo(Duration.ofHours(hours)) < 0) {
            reasons.add(ProductRefusal.EXCLUSIVE_NEAR.with(
                    "name",
                    name,
                    "title",
                    rival.title(),
                    "holder",
                    rival.place().show(),
                    "hours",
                    hours,
                    "minutes",
                    gap.toMinutes()));
        }
    }

    /** Who is on earlier sells earlier; at the same time, who has the lower number. */
    private static void stock(Place place, Item item, int stock, List<Rival> others, List<Reason> reasons) {
        List<Rival> before = others.stream()
                .filter(rival -> !rival.over() && rival.pieces() != null && isBefore(rival.place(), place))
                .toList();
        int used = before.stream()
                .mapToInt(rival -> rival.pieces() == null ? 0 : rival.pieces())
                .sum();
        int left = Math.max(0, stock - used);
        Integer pieces = item.pieces();
        if (pieces != null && pieces > stock) {
            reasons.add(ProductRefusal.STOCK_SHORT.with("name", item.name(), "stock", stock, "pieces", pieces));
        } else if (used > 0 && left < (pieces == null ? 1 : pieces)) {
            String titles = before.stream().map(Rival::title).limit(NAMED).collect(Collectors.joining(", "));
            reasons.add(ProductRefusal.STOCK_PLANNED.with(
                    "name",
                    item.name(),
                    "titles",
                    titles,
                    "stock",
                    stock,
                    "used",
                    used,
                    "left",
                    left,
                    "pieces",
                    pieces == null ? 1 : pieces));
        }
    }

    private static boolean isBefore(Place one, Place other) {
        int order = one.start().compareTo(other.start());
        return order < 0 || (order == 0 && one.show().compareTo(other.show()) < 0);
    }
}
