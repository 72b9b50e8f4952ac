package live.onair.simulcast;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.simulcast.ReconcileSimulcastHandler.ReconcileSimulcast;
import live.onair.simulcast.SimulcastRows.Effect;
import live.onair.simulcast.SimulcastRows.PlannedSwitch;
import live.onair.simulcast.SimulcastRows.SwitchRow;
import live.onair.simulcast.spi.SimulcastPlanner;
import live.onair.simulcast.spi.SimulcastPlanner.Named;
import live.onair.simulcast.spi.SimulcastPlanner.Offer;
import live.onair.sql.ShownPlans;
import live.onair.sql.ShownPlans.Standing;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What is behind the switches of a show. Works inside the caller's transaction. */
@Singleton
class SwitchBook {

    private final SwitchShelf shelf;
    private final TargetShelf targets;
    private final Wanting wanting;
    private final WorkQueue queue;
    private final Event<SimulcastEvent> events;

    @Inject
    SwitchBook(SwitchShelf shelf, TargetShelf targets, Wanting wanting, WorkQueue queue, Event<SimulcastEvent> events) {
        this.shelf = shelf;
        this.targets = targets;
        this.wanting = wanting;
        this.queue = queue;
        this.events = events;
    }

    /** What somebody wants of a target in a show. */
    record Wish(String show, String target, boolean on) {

        private enum Turn {
            ON,
            OFF
        }

        ShownPlans.Press press() {
            return new ShownPlans.Press(show, on ? Turn.ON : Turn.OFF, target);
        }
    }

    /** What can be done where the show is sent: its planner, and what that offers. */
    private record Stage(ShowRows.Show show, TargetShelf.Kept target, String backend, SimulcastPlanner planner) {}

    List<SwitchRow> ofShow(String id) {
        ShowRows.Show show = wanting.show(id).orElse(null);
        if (show == null) {
            return List.of();
        }
        Map<String, SwitchShelf.Kept> known =
                shelf.ofShow(id).stream().collect(Collectors.toMap(SwitchShelf.Kept::target, Function.identity()));
        Offer offer = wanting.offer(show);
        return targets.all().stream()
                .map(target -> row(
                        show, target, known.getOrDefault(target.id(), SwitchShelf.Kept.never(id, target.id())), offer))
                .toList();
    }

    private SwitchRow row(ShowRows.Show show, TargetShelf.Kept target, SwitchShelf.Kept kept, Offer offer) {
        return new SwitchRow(
                show.id(),
                target.id(),
                target.name(),
                TargetAddress.host(target.address()),
                kept.on(),
                SwitchFacts.of(show, target, kept, offer, wanting.isReadable(target))
                        .state(),
                kept.look(),
                kept.by(),
                kept.at());
    }

    /** A show's life goes on: what it is sent to is looked at. */
    void showChanged(@Observes ShowEvent event) {
        if (shelf.hasAny(event.show())) {
            queue.put(new ReconcileSimulcast(event.show()));
        }
    }

    private Outcome<Stage> stage(Wish wish) {
        ShowRows.Show show = wanting.show(wish.show()).orElse(null);
        if (show == null) {
            return Outcome.refused(SimulcastRefusal.NO_SUCH_SHOW.with("show", wish.show()));
        }
        TargetShelf.Kept target = targets.lock(wish.target()).orElse(null);
        if (target == null) {
            return Outcome.refused(SimulcastRefusal.NO_SUCH_TARGET.with("id", wish.target()));
        }
        String backend = wanting.backend(show);
        Optional<SimulcastPlanner> planner = wanting.planner(backend);
        if (show.state().isOver()) {
            return Outcome.refused(SimulcastRefusal.SHOW_OVER.with("show", show.id()));
        }
        if (planner.isEmpty() || wish.on() && planner.get().offer() == Offer.NONE) {
            return Outcome.refused(SimulcastRefusal.NOT_OFFERED.with("backend", backend));
        }
        if (wish.on() && target.disabled()) {
            return Outcome.refused(SimulcastRefusal.DISABLED.with("name", target.name()));
        }
        if (wish.on() && planner.get().needsBackup() && target.backup() == null) {
            return Outcome.refused(SimulcastRefusal.NEEDS_BACKUP.with("name", target.name()));
        }
        return wanting.isOn(wish.show(), wish.target()) == wish.on()
                ? Outcome.refused(SimulcastRefusal.ALREADY.with("name", target.name()))
                : Outcome.done(new Stage(show, target, backend, planner.get()));
    }

    private Plan plan(Stage stage, Wish wish) {
        List<Named> after = wanting.after(stage.show(), stage.target(), wish.on());
        return stage.planner().plan(Wanting.programme(stage.show()), after);
    }

    Outcome<PlannedSwitch> plan(String show, String target, boolean on) {
        Wish wish = new Wish(show, target, on);
        return stage(wish).map(stage -> {
            Plan plan = plan(stage, wish);
            Instant until = shelf.shown().shown(wish.press(), plan);
            events.fire(new SimulcastEvent.Planned(show, target, stage.target().name(), on, plan.hash()));
            return new PlannedSwitch(
                    show,
                    stage.show().title(),
                    target,
                    stage.target().name(),
                    on,
                    effect(stage),
                    plan.hash(),
                    plan.calls(),
                    plan.permissions(),
                    until);
        });
    }

    private static Effect effect(Stage stage) {
        boolean live = stage.show().state().isLive();
        return stage.planner().offer() == Offer.AT_ONCE
                ? live ? Effect.AT_ONCE : Effect.WITH_SHOW
                : live ? Effect.NEXT_START : Effect.WITH_CHANNEL;
    }

    Outcome<SwitchRow> switchTo(Wish wish, @Nullable String given) {
        String hash = String.valueOf(given).toLowerCase(Locale.ROOT);
        return stage(wish).then(stage -> {
            Standing standing = shelf.shown().standing(wish.press(), hash);
            if (standing == Standing.OTHER || !plan(stage, wish).hash().equals(hash)) {
                return Outcome.refused(SimulcastRefusal.PLAN_OTHER.with("field", "hash"));
            }
            if (standing == Standing.EXPIRED) {
                return Outcome.refused(SimulcastRefusal.PLAN_EXPIRED.with("field", "hash"));
            }
            shelf.shown().used(wish.press());
            shelf.switched(wish);
            queue.put(new ReconcileSimulcast(wish.show()));
            events.fire(new SimulcastEvent.Switched(
                    wish.show(), wish.target(), stage.target().name(), wish.on(), hash));
            return Outcome.done(ofShow(wish.show()).stream()
                    .filter(row -> row.target().equals(wish.target()))
                    .findFirst()
                    .orElseThrow());
        });
    }
}
