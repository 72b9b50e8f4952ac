package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What viewers' players tell of watching, added up on a grid of ten seconds by show, pathway, country and network: the console reads the
 * slots that are over. Who told it is forgotten with the slot; nothing lies on the disk.
 */
final class Watching {
    private static final int LARGEST = 2 << 10;
    private static final int SLOT_SECONDS = 10;
    private static final int KEPT_SLOTS = 60;
    private static final int MOST_CELLS = 2_000;
    private static final int MOST_VIEWERS = 50_000;
    private static final int MOST_MILLIS = 60_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final long MOST_KBPS = 10_000_000;
    /** Whoever is further behind has stopped or gone back by themselves. */
    private static final int MOST_BEHIND = 30;

    /**
     * In milliseconds: a start is counted by the first of them that it does not exceed, and the last one is where it is cut off. They are
     * told with the counts, so nobody else has to know them.
     */
    private static final NavigableSet<Integer> STEPS = steps();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final Clock clock;
    private final Places places;
    private final Viewer.RateLimit limit = new Viewer.RateLimit();
    private final TreeMap<Long, Map<Key, Cell>> slots = new TreeMap<>();

    private static NavigableSet<Integer> steps() {
        TreeSet<Integer> steps = new TreeSet<>();
        int[][] widths = {{500, 50}, {1_500, 100}, {4_000, 250}, {6_000, 500}, {10_000, 2_000}};
        int step = 0;
        for (int[] width : widths) {
            while (step < width[0]) {
                step += width[1];
                steps.add(step);
            }
        }
        steps.addAll(List.of(15_000, 20_000, 30_000, MOST_MILLIS));
        return Collections.unmodifiableNavigableSet(steps);
    }

    /** Whose it is. */
    private record Key(String show, String pathway, String country, String isp) {}

    /** What was told of them. */
    private static final class Cell {
        private final Set<String> sessions = new HashSet<>();
        private final ObjectNode sums = Json.object();
        private final long[] behind = new long[MOST_BEHIND];
        private final TreeMap<Integer, Integer> begun = new TreeMap<>();

        private void add(String what, long number) {
            sums.put(what, sums.path(what).asLong() + number);
        }

        /** Told once by each viewer, when the first picture is there. */
        private void begins(JsonNode told) {
            boolean started = told.path("start").isNumber();
            int millis = started ? (int) within(told, "start", MOST_MILLIS) : 0;
            add("starts", started ? 1 : 0);
            add("startMillis", millis);
            Integer step = STEPS.ceiling(millis);
            if (started && step != null) {
                begun.merge(step, 1, Integer::sum);
            }
        }

        /** Counted by whole seconds: what is shown was taken that long ago, by this machine's clock alone. */
        private void shows(long takenMillis, long nowMillis) {
            long seconds = Math.floorDiv(nowMillis - takenMillis, 1_000);
            if (seconds >= 0 && seconds < MOST_BEHIND) {
                behind[(int) seconds]++;
            }
        }
    }

    Watching(Clock clock, Places places) {
        this.clock = clock;
        this.places = places;
    }

    Reply take(HttpHandler.Request request) {
        if (request.body().length > LARGEST) {
            throw new Reply.Refused(413, "too-large", "보고가 너무 큽니다 / The report is too large");
        }
        if (!limit.allows(request.head().remote())) {
            return Reply.error(429, "too-many", "잠시 후 다시 보내 주십시오 / Too many reports, send later")
                    .with("Retry-After", "1");
        }
        JsonNode told;
        try {
            told = Json.parse(request.body());
        } catch (IOException e) {
            throw new Reply.Refused(400, "not-json", "보고는 JSON이어야 합니다 / Reports are JSON");
        }
        Cmcd said = Cmcd.of(told.path("CMCD").asText(""));
        check("sid", said.sid(), SESSION);
        Places.Place place = places.of(request.head());
        keep(
                new Key(
                        check("cid", said.cid(), NAME),
                        check("pathway", told.path("pathway").asText(""), NAME),
                        place.country() == null ? "" : place.country(),
                        place.isp() == null ? "" : place.isp()),
                said,
                told);
        return Reply.empty(202);
    }

    private static String check(String field, String value, Pattern allowed) {
        if (!allowed.matcher(value).matches()) {
            throw new Reply.Refused(400, "wrong-report", "보고가 맞지 않습니다 / A report is wrong: " + field);
        }
        return value;
    }

    private synchronized void keep(Key key, Cmcd said, JsonNode told) {
        long slot = now();
        slots.headMap(slot - KEPT_SLOTS).clear();
        Map<Key, Cell> cells = slots.computeIfAbsent(slot, any -> new HashMap<>());
        if (cells.size() >= MOST_CELLS && !cells.containsKey(key)) {
            return;
        }
        Cell cell = cells.computeIfAbsent(key, any -> new Cell());
        if (cell.sessions.size() >= MOST_VIEWERS || !cell.sessions.add(said.sid())) {
            // told twice within ten seconds: once is enough
            return;
        }
        cell.begins(told);
        long played = within(told, "played", MOST_MILLIS);
        cell.add("playedMillis", played);
        cell.add("shownKbits", Math.min(MOST_KBPS, said.br()) * played / 1_000);
        long stalled = within(told, "stalled", MOST_MILLIS);
        cell.add("stalledMillis", stalled);
        cell.add("failed", within(told, "failed", 1_000));
        // hls.js says bs only where a playlist tells what is in a stream
        cell.add("stood", said.bs() || stalled > 0 ? 1 : 0);
        cell.add("failing", told.path("failed").asLong() > 0 ? 1 : 0);
        cell.add("bytes", within(told, "bytes", MOST_BYTES));
        cell.add("kbps", Math.min(MOST_KBPS, said.mtp()));
        String ordered = told.path("ordered").asText("");
        cell.add("elsewhere", ordered.isEmpty() || ordered.equals(key.pathway()) ? 0 : 1);
        if (told.path("pt").isNumber()) {
            cell.shows(told.path("pt").asLong(), clock.millis());
        }
    }

    private static long within(JsonNode told, String field, long most) {
        return Math.max(0, Math.min(most, told.path(field).asLong()));
    }

    private long now() {
        return clock.instant().getEpochSecond() / SLOT_SECONDS;
    }

    /** The slots that are over, from this one on. */
    synchronized ObjectNode since(long from) {
        ObjectNode all = Json.object();
        all.put("next", now());
        ArrayNode rows = all.putArray("cells");
        slots.subMap(Math.min(from, now()), now())
                .forEach((slot, cells) -> cells.forEach((key, cell) -> {
                    ObjectNode row = rows.addObject().put("slot", slot * SLOT_SECONDS);
                    row.put("show", key.show()).put("pathway", key.pathway());
                    row.put("country", key.country()).put("isp", key.isp());
                    row.put("viewers", cell.sessions.size());
                    row.setAll(cell.sums);
                    ArrayNode behind = row.putArray("behind");
                    for (long viewers : cell.behind) {
                        behind.add(viewers);
                    }
                    ArrayNode begun = row.putArray("begun");
                    cell.begun.forEach((step, starts) ->
                            begun.addObject().put("withinMillis", step).put("starts", starts));
                }));
        return all;
    }
}
