package live.onair.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import live.onair.kernel.Reason;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;

/**
 * Which show a line of a file means: by its number, by the number it has where it comes from, else by channel and title.
 * By title, as many lines as there are shows are the same shows in the order of time, so that a day shifted by an hour is
 * the same day moved; where the numbers differ, what starts when a show starts is that show. No show is taken for one
 * that is further away than {@link #NEAR}: tomorrow's schedule never moves today's.
 */
final class ImportMatch {

    /** The furthest a show is moved without its number. */
    static final Duration NEAR = Duration.ofHours(3);

    private static final Set<ShowState> GONE = Set.of(ShowState.CANCELLED, ShowState.ARCHIVED);

    private final Map<String, ShowRows.Show> byId;
    private final Map<String, String> keys;
    private final List<ShowRows.Show> around;
    private final Map<Integer, ShowRows.Show> matched = new TreeMap<>();
    private final Map<Integer, Reason> wrong = new TreeMap<>();
    private final Map<String, Integer> lineOf = new HashMap<>();

    /**
     * Knows what is there.
     *
     * @param byId the shows that lines name, by either number
     * @param keys show by the number it has in files
     * @param around shows that overlap the time of the file
     */
    ImportMatch(Map<String, ShowRows.Show> byId, Map<String, String> keys, List<ShowRows.Show> around) {
        this.byId = byId;
        this.keys = keys;
        this.around =
                around.stream().filter(show -> !GONE.contains(show.state())).toList();
    }

    /** Matches all lines; by index of the line. */
    void match(List<ImportReader.Read> lines) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ImportReader.Read line = lines.get(i);
            if (line.isRight() && !named(i, line)) {
                open.add(i);
            }
        }
        Map<String, List<Integer>> lineGroups = new LinkedHashMap<>();
        open.stream()
                .sorted(Comparator.comparing((Integer i) -> lines.get(i).start()))
                .forEach(i -> lineGroups
                        .computeIfAbsent(name(lines.get(i)), n -> new ArrayList<>())
                        .add(i));
        Map<String, List<ShowRows.Show>> shows = around.stream()
                .filter(this::isFree)
                .sorted(Comparator.comparing(ShowRows.Show::startsAt))
                .collect(Collectors.groupingBy(ImportMatch::name));
        lineGroups.forEach((name, group) -> group(group, shows.getOrDefault(name, List.of()), lines));
    }

    private void group(List<Integer> group, List<ShowRows.Show> shows, List<ImportReader.Read> lines) {
        List<ShowRows.Show> left = new ArrayList<>(shows);
        List<Integer> open = new ArrayList<>(group);
        if (group.size() != shows.size()) {
            open.removeIf(i -> left.stream()
                    .filter(s -> s.startsAt().equals(lines.get(i).start()))
                    .findFirst()
                    .map(s -> taken(i, lines.get(i), s, left))
                    .orElse(false));
        }
        for (int i : open) {
            left.stream()
                    .filter(s -> isNear(s, lines.get(i)))
                    .findFirst()
                    .ifPresent(s -> taken(i, lines.get(i), s, left));
        }
    }

    private static boolean isNear(ShowRows.Show show, ImportReader.Read line) {
        return Duration.between(show.startsAt(), line.start()).abs().compareTo(NEAR) <= 0;
    }

    private boolean taken(int index, ImportReader.Read line, ShowRows.Show show, List<ShowRows.Show> left) {
        take(index, line, show);
        left.remove(show);
        return true;
    }

    Optional<ShowRows.Show> show(int index) {
        return Optional.ofNullable(matched.get(index));
    }

    Optional<Reason> wrong(int index) {
        return Optional.ofNullable(wrong.get(index));
    }

    private boolean named(int index, ImportReader.Read line) {
        String id = line.id().isEmpty() ? keys.getOrDefault(line.key(), "") : line.id();
        if (id.isEmpty()) {
            return false;
        }
        Optional<ShowRows.Show> show = Optional.ofNullable(byId.get(id))
                .filter(s -> !GONE.contains(s.state()) || !line.id().isEmpty());
        if (show.isEmpty() && line.id().isEmpty()) {
            return false;
        }
        if (show.isEmpty()) {
            wrong.put(index, ImportRefusal.SHOW_UNKNOWN.with("value", id));
        } else {
            take(index, line, show.get());
        }
        return true;
    }

    private void take(int index, ImportReader.Read line, ShowRows.Show show) {
        Integer other = lineOf.putIfAbsent(show.id(), line.line().number());
        if (other == null) {
            matched.put(index, show);
        } else {
            wrong.put(index, ImportRefusal.LINE_TWICE.with("line", other, "value", show.id()));
        }
    }

    private boolean isFree(ShowRows.Show show) {
        return !lineOf.containsKey(show.id());
    }

    private static String name(ShowRows.Show show) {
        return show.channel().id() + "\u001f" + show.title();
    }

    private static String name(ImportReader.Read line) {
        return line.channel() + "\u001f" + String.valueOf(line.plan().title()).strip();
    }

    /** From the first start to the last end of the lines that can be read. */
    static Optional<Instant[]> span(List<ImportReader.Read> lines) {
        List<ImportReader.Read> right =
                lines.stream().filter(ImportReader.Read::isRight).toList();
        if (right.isEmpty()) {
            return Optional.empty();
        }
        Instant first = right.stream()
                .map(ImportReader.Read::start)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = right.stream()
                .map(ImportReader.Read::end)
                .max(Instant::compareTo)
                .orElseThrow();
        return Optional.of(new Instant[] {first, last});
    }
}
