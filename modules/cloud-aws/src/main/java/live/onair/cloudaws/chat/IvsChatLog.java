package live.onair.cloudaws.chat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.moderation.spi.ChatLog;
import live.onair.scheduling.spi.Backend;

/**
 * What was said in chats of IVS Chat, as the function wrote it down that judged it. The console hears of a line when nothing
 * can come to lie before it any more: some seconds later than viewers.
 */
@Singleton
@Backend("ivs-chat")
class IvsChatLog implements ChatLog {

    /** What may be forgotten is kept a while: who comes late still reads it. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String FORGOTTEN = "forgotten.json";
    private static final int AT_ONCE = 1_000;
    /** So many thousands are taken away at a time: a busy hour. */
    private static final int MOST_BATCHES = 400;

    private static final int MOST_LINES = 50_000;

    private final ChatSetup setup;
    private final ChatFolder folder;
    private final Clock clock;
    private final Duration settled;
    private long below = -1;
    /** Where each line was said first, the newest so many. */
    private final Map<String, Long> places = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_LINES;
        }
    };

    @Inject
    IvsChatLog(ChatSetup setup, ChatFolder folder, Clock clock) {
        this(setup, folder, clock, RoomLines.BESIDE);
    }

    /** Whose lines are read when they are so old. */
    IvsChatLog(ChatSetup setup, ChatFolder folder, Clock clock, Duration settled) {
        this.setup = setup;
        this.folder = folder;
        this.clock = clock;
        this.settled = settled;
    }

    @Override
    public boolean isHere() {
        return setup.isHere();
    }

    @Override
    public Page read(long from, int max) {
        long first = Math.max(from, forgotten());
        long end = LogName.place(clock.instant().minus(settled));
        List<LogName> names = folder.names(LogName.FOLDER, LogName.before(first), max)
                .flatMap(name -> LogName.read(name).stream())
                .takeWhile(name -> name.place() <= end)
                .toList();
        List<String> texts = folder.texts(names.stream().map(LogName::name).toList());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            // under the id of another's line nobody says another: a moderator's word is about one line
            if (isFirst(names.get(i))) {
                entries.add(entry(names.get(i).place(), texts.get(i)));
            }
        }
        long next = names.isEmpty() ? from : names.get(names.size() - 1).place() + 1;
        return new Page("ivs-chat-" + setup.settings().env(), next, entries, names.size() == max);
    }

    private boolean isFirst(LogName name) {
        return first(name.show() + " " + name.line(), name.place()) == name.place();
    }

    private synchronized long first(String line, long place) {
        return places.computeIfAbsent(line, any -> place);
    }

    private static Entry entry(long place, String text) {
        JsonObject line = Json.createReader(new StringReader(text)).readObject();
        List<String> rules =
                line.containsKey("rules") ? line.getJsonArray("rules").getValuesAs(JsonString::getString) : List.of();
        return new Entry(
                place,
                line.getString("show"),
                line.getString("id"),
                line.getString("member"),
                line.getString("name"),
                line.getString("said"),
                line.getString("text"),
                Judged.valueOf(line.getString("judged")),
                rules,
                Instant.parse(line.getString("at")));
    }

    private synchronized long forgotten() {
        if (below < 0) {
            below = folder.find(FORGOTTEN)
                    .map(paper -> Json.createReader(new StringReader(paper.text()))
                            .readObject()
                            .getJsonNumber("below")
                            .longValue())
                    .orElse(0L);
        }
        return below;
    }

    @Override
    public synchronized void forget(long until) {
        if (until > forgotten()) {
            folder.write(
                    FORGOTTEN,
                    Json.createObjectBuilder().add("below", until).build().toString());
            below = until;
        }
        long old = Math.min(below, LogName.place(clock.instant().minus(KEPT)));
        List<String> gone = List.of("more");
        for (int batch = 0; batch < MOST_BATCHES && !gone.isEmpty(); batch++) {
            gone = folder.names(LogName.FOLDER, "", AT_ONCE)
                    .filter(name -> LogName.read(name)
                            .filter(line -> line.place() < old)
                            .isPresent())
                    .toList();
            folder.remove(gone);
        }
    }
}
