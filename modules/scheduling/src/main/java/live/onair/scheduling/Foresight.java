package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Reason;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.Bookings.Foreseen;
import live.onair.scheduling.Bookings.Wish;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What wishes would meet. Three statements, however many wishes: shows, resources, and who holds them. */
@Singleton
class Foresight {

    private static final Duration SEARCH = Duration.ofDays(7);

    private final Statements sql;
    private final Reservations reservations;
    private final ResourceBook resources;
    private final Clock clock;

    @Inject
    Foresight(Statements sql, Reservations reservations, ResourceBook resources, Clock clock) {
        this.sql = sql;
        this.reservations = reservations;
        this.resources = resources;
        this.clock = clock;
    }

    /** A show as it is now. */
    private record Present(
            String id,
            String title,
            ShowState state,
            String channel,
            @Nullable String studio,
            List<String> hosts,
            TimeWindow window) {}

    /** A wish with all that it leaves unsaid. */
    private record Ask(
            String id,
            @Nullable Present show,
            String channel,
            @Nullable String studio,
            List<String> hosts,
            @Nullable TimeWindow window,
            Duration warmUp,
            Duration grace,
            List<Reason> wrong) {

        /** What it would hold, and when, if it started there. */
        Map<String, TimeWindow> slots(TimeWindow at) {
            Map<String, TimeWindow> slots = new LinkedHashMap<>();
            slots.put(channel, at.widened(warmUp, grace));
            if (studio != null) {
                slots.put(studio, at);
            }
            hosts.forEach(host -> slots.put(host, at));
            return slots;
        }

        boolean differs() {
            return show == null
                    || !channel.equals(show.channel)
                    || !Objects.equals(studio, show.studio)
                    || !hosts.equals(show.hosts)
                    || !show.window.equals(window);
        }
    }

    List<ShowRows.Slot> slots(Collection<String> ids) {
        return sql.list(ShowRowReader.SLOTS, ShowRowReader::slot, List.copyOf(ids));
    }

    List<Foreseen> foresee(List<Wish> wishes) {
        Map<String, Present> shows = present(wishes);
        Map<String, ResourceBook.Held> known = resources.all();
        List<Ask> asks = new ArrayList<>();
        wishes.forEach(wish -> asks.add(ask(wish, "+" + asks.size(), shows, known)));
        Map<String, List<Reservations.Held>> holders = holders(asks, shows.keySet(), known);
        return asks.stream().map(ask -> answer(ask, holders)).toList();
    }

    private Map<String, Present> present(List<Wish> wishes) {
        List<String> ids =
                wishes.stream().map(Wish::show).filter(Objects::nonNull).toList();
        return sql
                .list(
                        "select * from scheduling.show where id = any (?)",
                        row -> new Present(
                                row.text("id"),
                                row.text("title"),
                                ShowState.valueOf(row.text("state")),
                                row.text("channel_id"),
                                row.textOrNull("studio_id"),
                                row.texts("hosts"),
                                new TimeWindow(row.instant("starts_at"), row.instant("ends_at"))),
                        ids)
                .stream()
                .collect(Collectors.toMap(Present::id, Function.identity(), (a, b) -> a, HashMap::new));
    }

    private Ask ask(Wish wish, String place, Map<String, Present> shows, Map<String, ResourceBook.Held> known) {
        Present show = wish.show() == null ? null : shows.get(wish.show());
        String channel = wish.channel() != null ? wish.channel() : show == null ? "" : show.channel;
        ResourceBook.Held held = known.get(channel);
        String own = show != null ? show.studio : held == null ? null : held.studio();
        String studio = wish.studio() != null ? wish.studio() : own;
        InputCheck input = new InputCheck();
        Ask ask = new Ask(
                show == null ? place : show.id,
                show,
                channel,
                studio == null || studio.isBlank() ? null : studio,
                wish.hosts() != null ? wish.hosts() : show == null ? List.of() : show.hosts,
                window(wish, show, input),
                Duration.ofSeconds(held == null ? 0 : held.warmUp()),
                Duration.ofSeconds(held == null ? 0 : held.grace()),
                input.wrong());
        if (ask.window != null) {
            check(ask, known);
        }
        return ask;
    }

    private @Nullable TimeWindow window(Wish wish, @Nullable Present show, InputCheck input) {
        if (wish.show() != null && show == null) {
            input.add(ShowShelf.unknown(wish.show()));
            return null;
        }
        TimeWindow base = show == null ? null : show.window;
        Instant start = wish.start();
        Instant end = wish.end() != null || start == null || base == null ? wish.end() : start.plus(base.length());
        return new TermsReader(input, clock.instant()).window(start, end, base);
    }

    private static void check(Ask ask, Map<String, ResourceBook.Held> known) {
        ask.wrong.addAll(Reservations.check(known, ask.channel, ask.studio, ask.hosts));
        Present show = ask.show;
        if (show != null && ask.differs() && (show.state.isLive() || show.state.isOver())) {
            ask.wrong.add(ShowShelf.tooLate(show.id, show.state, "start, end, channel"));
        }
    }

    /** Who will hold each resource when all wishes have come true: those that stay, and the wishes themselves. */
    private Map<String, List<Reservations.Held>> holders(
            List<Ask> asks, Collection<String> moving, Map<String, ResourceBook.Held> known) {
        List<Reservations.Held> all = new ArrayList<>();
        for (Ask ask : asks) {
            if (ask.window != null) {
                ask.slots(ask.window)
                        .forEach((id, slot) -> all.add(new Reservations.Held(
                                id,
                                known.containsKey(id) ? known.get(id).name() : id,
                                ask.id,
                                ask.show == null ? "" : ask.show.title,
                                slot)));
            }
        }
        if (!all.isEmpty()) {
            Set<String> ids = all.stream().map(Reservations.Held::resource).collect(Collectors.toSet());
            Instant from = clock.instant();
            Instant to = from;
            for (Reservations.Held held : all) {
                from = held.window().start().isBefore(from) ? held.window().start() : from;
                to = later(to, held.window().end());
            }
            all.addAll(reservations.holders(ids, new TimeWindow(from, to.plus(SEARCH)), moving));
        }
        return all.stream().collect(Collectors.groupingBy(Reservations.Held::resource));
    }

    private Foreseen answer(Ask ask, Map<String, List<Reservations.Held>> holders) {
        String id = ask.show == null ? null : ask.id;
        if (ask.window == null) {
            return new Foreseen(id, ask.wrong, false, null);
        }
        List<Reason> reasons = new ArrayList<>(ask.wrong);
        ask.slots(ask.window)
                .forEach((resource, slot) -> inTheWay(ask, resource, slot, holders).stream()
                        .findFirst()
                        .ifPresent(held -> reasons.add(held.taken())));
        boolean approved =
                ask.show != null && (ask.show.state == ShowState.APPROVED || ask.show.state == ShowState.REHEARSAL);
        return new Foreseen(id, reasons, approved && ask.differs(), nearest(ask, ask.window, holders));
    }

    private static List<Reservations.Held> inTheWay(
            Ask ask, String resource, TimeWindow slot, Map<String, List<Reservations.Held>> holders) {
        return holders.getOrDefault(resource, List.of()).stream()
                .filter(held -> !held.show().equals(ask.id) && held.window().overlaps(slot))
                .toList();
    }

    /** From one end of what is in the way to the next, until nothing is. */
    private @Nullable Instant nearest(Ask ask, TimeWindow wanted, Map<String, List<Reservations.Held>> holders) {
        boolean stays = ask.show != null && ask.show.window.start().equals(wanted.start());
        Instant start = stays ? wanted.start() : minute(later(wanted.start(), clock.instant()));
        Instant last = start.plus(SEARCH);
        while (!start.isAfter(last)) {
            Instant free = start;
            for (Map.Entry<String, TimeWindow> slot :
                    ask.slots(TimeWindow.of(start, wanted.length())).entrySet()) {
                Duration before = slot.getKey().equals(ask.channel) ? ask.warmUp : Duration.ZERO;
                for (Reservations.Held held : inTheWay(ask, slot.getKey(), slot.getValue(), holders)) {
                    free = later(free, held.window().end().plus(before));
                }
            }
            if (free.equals(start)) {
                return start;
            }
            start = minute(free);
        }
        return null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The first full minute from there. */
    private static Instant minute(Instant at) {
        Instant full = at.truncatedTo(ChronoUnit.MINUTES);
        return full.equals(at) ? at : full.plus(1, ChronoUnit.MINUTES);
    }
}
