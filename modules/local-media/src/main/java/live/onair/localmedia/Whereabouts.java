package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where players say they are when they ask for their order ({@code _HLS_pathway}, draft-pantos-hls-rfc8216bis, section 7.2), against where
 * that order has sent them: counted in slots of ten seconds by show, branch and the order's first pathway. Any player of that draft tells
 * it, whoever's page it is on. An order counts when it has stood for twice as long as players keep one: who has not asked since is nowhere
 * wrong. Nobody's address is kept.
 */
final class Whereabouts {
    private static final String PARAMETER = "_HLS_pathway=";
    private static final String QUOTE = "%22";
    private static final int SLOT_SECONDS = 10;
    private static final int KEPT_SLOTS = 60;
    private static final int MOST_ORDERS = 20_000;
    private static final int MOST_CELLS = 2_000;
    private static final int LONGEST_TTL = 300;
    private static final int LONGEST_NAME = 40;
    private static final Pattern MANIFEST =
            Pattern.compile(SteeringDoor.PREFIX + "([A-Za-z0-9._-]{1,40})/([A-Za-z0-9._-]{1,200})/\\d{1,2}\\.json");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final Clock clock;
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final TreeMap<Long, Map<Key, Cell>> slots = new TreeMap<>();

    Whereabouts(Clock clock) {
        this.clock = clock;
    }

    /** Who was sent where. */
    private record Key(String show, String branch, String pathway) {}

    /** What they said within a slot. */
    private record Cell(long slot, LongAdder asked, LongAdder elsewhere, LongAdder seconds) {}

    /** What a manifest sends its players by; its cell is the one in which one of them was counted last. */
    private static final class Order {
        private final byte[] text;
        private final Key key;
        private final int ttl;
        private final long countsFrom;
        private volatile @Nullable Cell last;

        Order(byte[] text, Key key, int ttl, long countsFrom) {
            this.text = text;
            this.key = key;
            this.ttl = ttl;
            this.countsFrom = countsFrom;
        }
    }

    /** This is what is answered at that path from now on. What is no steering manifest sends nobody. */
    void sends(String path, byte[] text) {
        Order before = orders.get(path);
        if (before != null && Arrays.equals(before.text, text)) {
            return;
        }
        Matcher manifest = MANIFEST.matcher(path);
        if (!manifest.matches() || before == null && orders.size() >= MOST_ORDERS) {
            return;
        }
        Order order = order(manifest.group(1), manifest.group(2), text, before);
        if (order == null) {
            orders.remove(path);
        } else {
            orders.put(path, order);
        }
    }

    private @Nullable Order order(String show, String branch, byte[] text, @Nullable Order before) {
        try {
            JsonNode told = Json.parse(text);
            String first = told.path("PATHWAY-PRIORITY").path(0).asText("");
            int ttl = told.path("TTL").asInt();
            if (!NAME.matcher(first).matches() || ttl < 1 || ttl > LONGEST_TTL) {
                return null;
            }
            Key key = new Key(show, branch, first);
            if (before != null && before.key.equals(key)) {
                return new Order(text, key, ttl, before.countsFrom);
            }
            int keptFor = Math.max(ttl, before == null ? 0 : before.ttl);
            return new Order(text, key, ttl, clock.millis() + 2_000L * keptFor);
        } catch (IOException e) {
            return null;
        }
    }

    /** Somebody is answered what is told at that path, and said this in the query of his address. */
    void asked(String path, String query) {
        int at = query.indexOf(PARAMETER);
        Order order = at < 0 ? null : orders.get(path);
        if (order == null || at > 0 && query.charAt(at - 1) != '&') {
            return;
        }
        int from = at + PARAMETER.length();
        from += query.startsWith(QUOTE, from) ? QUOTE.length() : 0;
        int end = from;
        while (end < query.length() && isOfName(query.charAt(end))) {
            end++;
        }
        boolean name = end > from && end - from <= LONGEST_NAME;
        boolean whole = end == query.length() || query.charAt(end) == '&' || query.startsWith(QUOTE, end);
        long now = clock.millis();
        if (name && whole && now >= order.countsFrom) {
            String sent = order.key.pathway();
            boolean there = end - from == sent.length() && query.startsWith(sent, from);
            count(order, now / 1_000 / SLOT_SECONDS, there);
        }
    }

    private static boolean isOfName(char one) {
        return one >= 'a' && one <= 'z'
                || one >= 'A' && one <= 'Z'
                || one >= '0' && one <= '9'
                || one == '.'
                || one == '_'
                || one == '-';
    }

    private void count(Order order, long slot, boolean there) {
        Cell cell = order.last;
        if (cell == null || cell.slot() != slot) {
            cell = cell(slot, order.key);
            order.last = cell;
        }
        if (cell != null) {
            cell.asked().increment();
            cell.seconds().add(order.ttl);
            if (!there) {
                cell.elsewhere().increment();
            }
        }
    }

    private synchronized @Nullable Cell cell(long slot, Key key) {
        slots.headMap(slot - KEPT_SLOTS).clear();
        Map<Key, Cell> cells = slots.computeIfAbsent(slot, any -> new HashMap<>());
        return cells.size() >= MOST_CELLS && !cells.containsKey(key)
                ? null
                : cells.computeIfAbsent(key, any -> new Cell(slot, new LongAdder(), new LongAdder(), new LongAdder()));
    }

    /** The show's files are gone, and so is what its players said. */
    void forget(String show) {
        String below = SteeringDoor.PREFIX + show + "/";
        orders.keySet().removeIf(path -> path.startsWith(below));
        synchronized (this) {
            slots.values()
                    .forEach(cells -> cells.keySet().removeIf(key -> key.show().equals(show)));
        }
    }

    /** Adds the slots that are over, from this one on. */
    synchronized void tell(long from, ObjectNode page) {
        ArrayNode rows = page.putArray("orders");
        long now = clock.instant().getEpochSecond() / SLOT_SECONDS;
        slots.subMap(Math.min(from, now), now)
                .values()
                .forEach(cells -> cells.forEach((key, cell) -> {
                    if (cell.asked().sum() > 0) {
                        rows.add(row(key, cell));
                    }
                }));
    }

    private static ObjectNode row(Key key, Cell cell) {
        return Json.object()
                .put("slot", cell.slot() * SLOT_SECONDS)
                .put("show", key.show())
                .put("branch", key.branch())
                .put("pathway", key.pathway())
                .put("asked", cell.asked().sum())
                .put("elsewhere", cell.elsewhere().sum())
                .put("seconds", cell.seconds().sum());
    }
}
