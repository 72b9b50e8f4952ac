package live.onair.cloudaws.chat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What was said in each open chat, found again in the log: by line, and the newest as somebody reads them who comes now. */
@Singleton
class RoomLines {

    /** A line may come to lie before one that lies there already: two instances of the function judge at a time. */
    static final Duration BESIDE = Duration.ofSeconds(3);
    /** So many lines somebody reads who comes late. */
    private static final int HISTORY = 50;
    /** After a restart only what was said lately is looked through; what lies before when somebody asks for it. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final int MOST_NAMES = 20_000;
    private static final int MOST_TEXTS = 500;

    private final ChatFolder folder;
    private final Clock clock;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    @Inject
    RoomLines(ChatFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Those of one show, the newest of them; its monitor is their lock. */
    private static final class Shelf {
        private final NavigableMap<Long, LogName> names = new TreeMap<>();
        private final Map<String, LogName> byLine = new HashMap<>();
        private final Map<String, Told> texts = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
                return size() > MOST_TEXTS;
            }
        };
        private long seen;

        private void add(LogName name) {
            names.put(name.place(), name);
            byLine.putIfAbsent(name.line(), name);
            if (names.size() > MOST_NAMES) {
                byLine.remove(names.pollFirstEntry().getValue().line());
            }
        }
    }

    /** Nobody asks for those of this show any more. */
    void over(String show) {
        shelves.remove(show);
    }

    private Shelf shelf(String show) {
        return shelves.computeIfAbsent(show, any -> new Shelf());
    }

    private void refresh(Shelf shelf, String show, long since) {
        long now = LogName.place(clock.instant());
        long known = shelf.seen == 0 ? now - LogName.lasting(LATELY) : shelf.seen - LogName.lasting(BESIDE);
        said(show, Math.max(since, known)).forEach(shelf::add);
        shelf.seen = now;
    }

    private Stream<LogName> said(String show, long from) {
        return folder.names(LogName.FOLDER, LogName.before(from), Integer.MAX_VALUE)
                .flatMap(name -> LogName.read(name).stream())
                .filter(name -> name.show().equals(show));
    }

    /** Where this line lies; empty if nobody said it. */
    Optional<LogName> find(String show, RoomPaper paper, String line) {
        Shelf shelf = shelf(show);
        synchronized (shelf) {
            refresh(shelf, show, paper.since);
            LogName lately = shelf.byLine.get(line);
            return lately != null
                    ? Optional.of(lately)
                    : said(show, paper.since)
                            .filter(name -> name.line().equals(line))
                            .findFirst();
        }
    }

    /** Whether it was said within the last minutes. */
    boolean isSaid(String show, RoomPaper paper, String line) {
        Shelf shelf = shelf(show);
        synchronized (shelf) {
            refresh(shelf, show, paper.since);
            return shelf.byLine.containsKey(line);
        }
    }

    /** The line itself. */
    Told told(LogName name) {
        Shelf shelf = shelf(name.show());
        synchronized (shelf) {
            return texts(shelf, List.of(name)).get(0);
        }
    }

    private List<Told> texts(Shelf shelf, List<LogName> names) {
        List<LogName> unread = names.stream()
                .filter(name -> !shelf.texts.containsKey(name.line()))
                .toList();
        List<String> read = folder.texts(unread.stream().map(LogName::name).toList());
        for (int i = 0; i < read.size(); i++) {
            Told told =
                    Told.read(Json.createReader(new StringReader(read.get(i))).readObject());
            shelf.texts.put(unread.get(i).line(), told);
        }
        List<Told> found = new ArrayList<>();
        names.forEach(name -> found.add(shelf.texts.get(name.line())));
        return found;
    }

    /** What somebody reads who comes now, the oldest first. What is delivered with a delay and not yet due is not in it. */
    List<Told> history(String show, RoomPaper paper) {
        Shelf shelf = shelf(show);
        synchronized (shelf) {
            refresh(shelf, show, paper.since);
            return history(shelf, paper);
        }
    }

    private List<Told> history(Shelf shelf, RoomPaper paper) {
        long due = LogName.place(clock.instant().minusSeconds(paper.settings.delaySeconds()));
        List<LogName> said = shelf.names.descendingMap().values().stream()
                .filter(name -> name.place() <= due || name.message().equals(LogName.STAFF))
                .filter(LogName::isShown)
                .filter(name -> !paper.hidden.contains(name.line()) && !paper.isBack(name.line()))
                .limit(HISTORY)
                .toList();
        List<Told> texts = texts(shelf, said);
        List<Map.Entry<Long, Told>> all = new ArrayList<>(paper.back.entrySet());
        for (int i = 0; i < said.size(); i++) {
            all.add(Map.entry(said.get(i).place(), texts.get(i)));
        }
        all.sort(Map.Entry.comparingByKey(Comparator.naturalOrder()));
        Stream<Map.Entry<Long, Told>> newest = all.stream().skip(Math.max(0, all.size() - HISTORY));
        return newest.map(Map.Entry::getValue).toList();
    }
}
