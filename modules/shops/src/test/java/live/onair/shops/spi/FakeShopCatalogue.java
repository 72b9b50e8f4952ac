package live.onair.shops.spi;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import live.onair.shops.spi.ShopTrouble.Kind;
import org.jspecify.annotations.Nullable;

/** A shop in memory: its cursor is how many products were read. */
@Singleton
public class FakeShopCatalogue implements ShopCatalogue {

    private record Sold(Instant at, Item item) {}

    private final List<Sold> sold = new ArrayList<>();
    private final Deque<ShopTrouble> troubles = new ArrayDeque<>();
    private final List<Query> asked = new ArrayList<>();
    private Consumer<Query> watcher = query -> {};
    private boolean connected = true;
    private boolean round;
    private int most = 500;

    @Override
    public Optional<Place> place() {
        return connected ? Optional.of(new Place("데모 쇼핑몰", "https://shop.example/onair")) : Optional.empty();
    }

    @Override
    public Page read(Query query) {
        asked.add(query);
        watcher.accept(query);
        if (!troubles.isEmpty()) {
            throw troubles.remove();
        }
        List<Item> all = sold.stream()
                .filter(one -> query.since() == null || !one.at().isBefore(query.since()))
                .map(Sold::item)
                .toList();
        int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
        int end = Math.min(all.size(), from + Math.min(most, query.size()));
        String next = end == all.size() ? null : String.valueOf(round ? Math.min(from + 1, 2) : end);
        Instant at = sold.stream().map(Sold::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new Page(all.subList(from, end), next, at, all.size());
    }

    /** It sells this from now on; what has the SKU of another takes its place. */
    public void sells(Instant at, List<Item> items) {
        items.forEach(item -> {
            sold.removeIf(one -> one.item().sku() != null && one.item().sku().equals(item.sku()));
            sold.add(new Sold(at, item));
        });
    }

    /** The next answer is this. */
    public void fails(Kind kind, @Nullable Duration pause) {
        troubles.add(new ShopTrouble(kind, "told by the shop", pause));
    }

    /** As it was at first. */
    public void empty() {
        sold.clear();
        troubles.clear();
        asked.clear();
        watcher = query -> {};
        connected = true;
        round = false;
        most = 500;
    }

    /** Whether one is connected at all. */
    public void connected(boolean now) {
        connected = now;
    }

    /** Its pages go round. */
    public void goesRound() {
        round = true;
    }

    /** No page is larger. */
    public void pagesOf(int size) {
        most = size;
    }

    /** Sees each question before it is answered. */
    public void watch(Consumer<Query> next) {
        watcher = next;
    }

    /** What was asked so far. */
    public List<Query> asked() {
        return List.copyOf(asked);
    }
}
