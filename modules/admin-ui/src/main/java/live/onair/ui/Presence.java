package live.onair.ui;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;

/**
 * Who else looks at a thing right now, and who is changing it. Kept in memory only: whoever looks says so again each
 * second, and is forgotten when that stops. People at another node are not seen.
 */
@Singleton
public class Presence {

    private static final int FORGOTTEN_SECONDS = 8;

    private record Key(String thing, String person) {}

    private record Seen(Someone someone, Instant at) {}

    /** Somebody at a thing; {@code changing} says at what, empty for who only looks. */
    public record Someone(String id, String name, String changing) {}

    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    Presence(Clock clock) {
        this.clock = clock;
    }

    /** The acting person looks at the thing, or changes this part of it; gives who else does, changers first. */
    public List<Someone> here(String thing, String changing) {
        Instant now = clock.instant();
        Actor me = Acting.actor();
        seen.put(new Key(thing, me.id()), new Seen(new Someone(me.id(), me.name(), changing), now));
        seen.values().removeIf(s -> s.at().plusSeconds(FORGOTTEN_SECONDS).isBefore(now));
        return seen.entrySet().stream()
                .filter(e ->
                        e.getKey().thing().equals(thing) && !e.getKey().person().equals(me.id()))
                .map(e -> e.getValue().someone())
                .sorted(Comparator.comparing((Someone s) -> s.changing().isEmpty())
                        .thenComparing(Someone::name))
                .toList();
    }
}
