package live.onair.simulcast;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Shows;
import live.onair.simulcast.ReconcileSimulcastHandler.ReconcileSimulcast;
import live.onair.simulcast.SimulcastRows.TargetRow;
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
        return shelf.all().stream().map(this::row).toList();
    }

    Optional<TargetRow> find(String id) {
        return shelf.find(id).map(this::row);
    }

    private TargetRow row(Kept kept) {
        return new TargetRow(
                kept.id(),
                kept.name(),
                kept.address(),
                kept.version(),
                kept.disabled(),
                vault.open(kept.sealed()).isPresent(),
                open(kept.id()),
                kept.createdAt(),
                kept.createdBy());
    }

    /** Ids of the shows that are not over and for which it is switched on. */
    private List<String> open(String id) {
        return shelf.showsOf(id).stream()
                .filter(show -> shows.find(show).filter(s -> !s.state().isOver()).isPresent())
                .toList();
    }

    Outcome<TargetRow> add(Simulcast.NewTarget wanted) {
        List<Reason> wrong = new ArrayList<>();
        String name = name(wanted.name(), null, wrong);
        String address = address(wanted.address(), wrong);
        String key = key(wanted.key(), wrong);
        if (shelf.all().size() >= MOST) {
            wrong.add(SimulcastRefusal.TOO_MANY.with("max", MOST));
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String id = "TG-" + ids.secret(5).toUpperCase(Locale.ROOT);
        shelf.add(id, name, address, vault.close(key));
        events.fire(new SimulcastEvent.Added(id, name, address));
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

    private String address(@Nullable String wanted, List<Reason> wrong) {
        String address = wanted == null ? "" : wanted.strip();
        TargetAddress.wrong(address, own).ifPresent(wrong::add);
        return address;
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
            String name = wanted.name() == null ? kept.name() : name(wanted.name(), kept.name(), wrong);
            String address = wanted.address() == null ? kept.address() : address(wanted.address(), wrong);
            String key = wanted.key() == null ? null : key(wanted.key(), wrong);
            boolean disabled = wanted.disabled() == null ? kept.disabled() : wanted.disabled();
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            boolean elsewhere = key != null || !address.equals(kept.address());
            if (!elsewhere && name.equals(kept.name()) && disabled == kept.disabled()) {
                return Outcome.refused(SimulcastRefusal.NOTHING.with());
            }
            String sealed = key == null ? kept.sealed() : vault.close(key);
            int version = kept.version() + (elsewhere ? 1 : 0);
            shelf.change(
                    new Kept(id, name, address, sealed, version, disabled, kept.createdAt(), kept.createdBy()));
            open(id).forEach(show -> queue.put(new ReconcileSimulcast(show)));
            events.fire(new SimulcastEvent.Changed(id, name, address, key != null, disabled));
            return Outcome.done(find(id).orElseThrow());
        });
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
            TargetRow before = row(kept);
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
