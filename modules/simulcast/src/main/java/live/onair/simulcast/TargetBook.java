package live.onair.simulcast;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import live.onair.kernel.Ids;
import live.onair.kernel.KeyVault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Shows;
import live.onair.simulcast.ReconcileSimulcastHandler.ReconcileSimulcast;
import live.onair.simulcast.SimulcastRows.TargetRow;
import live.onair.simulcast.TargetShelf.Addresses;
import live.onair.simulcast.TargetShelf.Kept;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What is behind the commands about targets. Works inside the caller's transaction. */
@Singleton
class TargetBook {

    static final int MOST = 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final TargetShelf shelf;
    private final Shows shows;
    private final KeyVault vault;
    private final WorkQueue queue;
    private final Ids ids;
    private final Event<SimulcastEvent> events;
    private final boolean own;

    @Inject
    TargetBook(
            TargetShelf shelf,
            Shows shows,
            KeyVault vault,
            WorkQueue queue,
            Ids ids,
            Event<SimulcastEvent> events,
            @Named("onair.simulcast.private") Boolean own) {
        this.shelf = shelf;
        this.shows = shows;
        this.vault = vault;
        this.queue = queue;
        this.ids = ids;
        this.events = events;
        this.own = own;
    }

    List<TargetRow> list() {
        Map<String, Boolean> asked = new HashMap<>();
        Predicate<String> open = show -> asked.computeIfAbsent(show, this::isOpen);
        return shelf.all().stream().map(kept -> row(kept, open)).toList();
    }

    Optional<TargetRow> find(String id) {
        return shelf.find(id).map(kept -> row(kept, this::isOpen));
    }

    private TargetRow row(Kept kept, Predicate<String> open) {
        return new TargetRow(
                kept.id(),
                kept.name(),
                kept.address(),
                kept.backup(),
                kept.version(),
                kept.disabled(),
                vault.open(kept.sealed()).isPresent(),
                shelf.showsOf(kept.id()).stream().filter(open).toList(),
                kept.createdAt(),
                kept.createdBy());
    }

    /** Ids of the shows that are not over and for which it is switched on. */
    private List<String> open(String id) {
        return shelf.showsOf(id).stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(String show) {
        return shows.find(show).filter(found -> !found.state().isOver()).isPresent();
    }

    Outcome<TargetRow> add(Simulcast.NewTarget wanted) {
        List<Reason> wrong = new ArrayList<>();
        String name = name(wanted.name(), null, wrong);
        Addresses at = addresses(wanted.address(), wanted.backup(), wrong);
        String key = key(wanted.key(), wrong);
        if (shelf.all().size() >= MOST) {
            wrong.add(SimulcastRefusal.TOO_MANY.with("max", MOST));
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String id = "TG-" + ids.secret(5).toUpperCase(Locale.ROOT);
        shelf.add(id, name, at, vault.close(key));
        events.fire(new SimulcastEvent.Added(id, name, at.main()));
        return Outcome.done(find(id).orElseThrow());
    }

    private String name(@Nullable String wanted, @Nullable String before, List<Reason> wrong) {
        String name = wanted == null ? "" : wanted.strip();
        if (name.isEmpty() || name.length() > 60) {
            wrong.add(SimulcastRefusal.NAME.with("field", "name"));
        } else if (!name.equals(before) && shelf.isTaken(name)) {
            wrong.add(SimulcastRefusal.NAME_TAKEN.with("name", name, "field", "name"));
        }
        return name;
    }

    private Addresses addresses(@Nullable String main, @Nullable String backup, List<Reason> wrong) {
        String first = main == null ? "" : main.strip();
        String second = backup == null || backup.isBlank() ? null : backup.strip();
        TargetAddress.wrong("address", first, own).ifPresent(wrong::add);
        if (second != null) {
            TargetAddress.wrong("backup", second, own).ifPresent(wrong::add);
        }
        return new Addresses(first, second);
    }

    private static String key(@Nullable String wanted, List<Reason> wrong) {
        String key = wanted == null ? "" : wanted.strip();
        if (!KEY.matcher(key).matches()) {
            wrong.add(SimulcastRefusal.KEY.with("field", "key"));
        }
        return key;
    }

    private Outcome<Kept> lock(String id) {
        return shelf.lock(id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(SimulcastRefusal.NO_SUCH_TARGET.with("id", id)));
    }

    Outcome<TargetRow> change(String id, Simulcast.Change wanted) {
        return lock(id).then(kept -> {
            List<Reason> wrong = new ArrayList<>();
            Kept next = changed(kept, wanted, wrong);
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            if (next.equals(kept)) {
                return Outcome.refused(SimulcastRefusal.NOTHING.with());
            }
            shelf.change(next);
            open(id).forEach(show -> queue.put(new ReconcileSimulcast(show)));
            events.fire(new SimulcastEvent.Changed(
                    id, next.name(), next.address(), !next.sealed().equals(kept.sealed()), next.disabled()));
            return Outcome.done(find(id).orElseThrow());
        });
    }

    /** What it becomes; another version if what is told to a backend changes. */
    private Kept changed(Kept kept, Simulcast.Change wanted, List<Reason> wrong) {
        String name = wanted.name() == null ? kept.name() : name(wanted.name(), kept.name(), wrong);
        Addresses at = wanted.address() == null && wanted.backup() == null
                ? new Addresses(kept.address(), kept.backup())
                : addresses(
                        wanted.address() == null ? kept.address() : wanted.address(),
                        wanted.backup() == null ? kept.backup() : wanted.backup(),
                        wrong);
        String key = wanted.key() == null ? null : key(wanted.key(), wrong);
        boolean elsewhere =
                key != null || !at.main().equals(kept.address()) || !Objects.equals(at.backup(), kept.backup());
        return new Kept(
                kept.id(),
                name,
                at.main(),
                at.backup(),
                key == null ? kept.sealed() : vault.close(key),
                kept.version() + (elsewhere ? 1 : 0),
                wanted.disabled() == null ? kept.disabled() : wanted.disabled(),
                kept.createdAt(),
                kept.createdBy());
    }

    Outcome<TargetRow> remove(String id, @Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > 500) {
            return Outcome.refused(SimulcastRefusal.REASON.with("field", "reason"));
        }
        return lock(id).then(kept -> {
            List<String> open = open(id);
            List<String> live = open.stream().filter(this::isLive).toList();
            if (!live.isEmpty()) {
                return Outcome.refused(
                        SimulcastRefusal.SENDING.with("name", kept.name(), "shows", String.join(", ", live)));
            }
            TargetRow before = row(kept, this::isOpen);
            shelf.remove(id);
            open.forEach(show -> queue.put(new ReconcileSimulcast(show)));
            events.fire(new SimulcastEvent.Removed(id, kept.name(), String.join(", ", open), why));
            return Outcome.done(before);
        });
    }

    private boolean isLive(String show) {
        return shows.find(show).filter(found -> found.state().isLive()).isPresent();
    }
}
