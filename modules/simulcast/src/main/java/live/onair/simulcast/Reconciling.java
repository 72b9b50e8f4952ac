package live.onair.simulcast;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.CloudException;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.simulcast.spi.SimulcastOutputs.Output;
import live.onair.simulcast.spi.SimulcastOutputs.Programme;
import live.onair.simulcast.spi.SimulcastOutputs.State;
import live.onair.simulcast.spi.SimulcastOutputs.Target;
import live.onair.simulcast.spi.SimulcastPlanner.Offer;
import org.jspecify.annotations.Nullable;

/** The halves of {@link ReconcileSimulcastHandler} that lie in a transaction. */
@Singleton
@Transactional
class Reconciling {

    /** A target that fails for so long, through several attempts, does not come back by itself. */
    private static final Duration LASTING = Duration.ofSeconds(30);

    private final SwitchShelf shelf;
    private final Wanting wanting;
    private final Interruptions interruptions;
    private final Clock clock;
    private final Event<SimulcastEvent> events;

    @Inject
    Reconciling(
            SwitchShelf shelf,
            Wanting wanting,
            Interruptions interruptions,
            Clock clock,
            Event<SimulcastEvent> events) {
        this.interruptions = interruptions;
        this.shelf = shelf;
        this.wanting = wanting;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A show to be looked at.
     *
     * @param over whether nothing is wanted of it any more
     * @param wanted the targets' ids, with their versions
     */
    record Claimed(Programme programme, String backend, boolean live, boolean over, Map<String, Integer> wanted) {

        boolean differsFrom(List<Output> seen) {
            return !wanted.equals(seen.stream().collect(Collectors.toMap(Output::id, Output::version)));
        }
    }

    /** The show, if there is something to be done or looked at now. */
    public Optional<Claimed> claim(String id) {
        ShowRows.Show show = wanting.show(id).orElse(null);
        Offer offer = show == null ? Offer.NONE : wanting.offer(show);
        if (show == null || offer == Offer.NONE) {
            return Optional.empty();
        }
        List<SwitchShelf.Kept> all = shelf.ofShow(id);
        boolean over = show.state().isOver();
        boolean live = show.state().isLive();
        // where outputs come with the channel's start, they are told before it; elsewhere that is soon enough at
        // standby
        boolean ahead = offer == Offer.FROM_START && show.state() == ShowState.APPROVED;
        boolean wanted = (live || ahead) && all.stream().anyMatch(SwitchShelf.Kept::on);
        if (!wanted && all.stream().allMatch(one -> one.state() == null)) {
            return Optional.empty();
        }
        Map<String, Integer> targets = over
                ? Map.of()
                : wanting.of(id).stream().collect(Collectors.toMap(TargetShelf.Kept::id, TargetShelf.Kept::version));
        return Optional.of(new Claimed(Wanting.programme(show), wanting.backend(show), live, over, targets));
    }

    /** What the backend is to be told. */
    public List<Target> targets(Claimed claimed) {
        return claimed.over() ? List.of() : wanting.opened(claimed.programme().show());
    }

    /** The outputs are so. */
    public void seen(String show, List<Output> outputs) {
        Map<String, Output> told =
                outputs.stream().collect(Collectors.toMap(Output::id, Function.identity(), (first, twin) -> first));
        for (SwitchShelf.Kept before : shelf.ofShow(show)) {
            Output now = told.get(before.target());
            tell(show, before, now);
            if (now == null) {
                shelf.none(show, before.target(), clock.instant());
            } else {
                shelf.seen(show, now, clock.instant());
            }
        }
        alarm(show);
    }

    /** One that keeps failing wakes somebody; it is over when it is well again, or not wanted any more. */
    private void alarm(String show) {
        String failing = shelf.failing(show, clock.instant().minus(LASTING)).stream()
                .map(one -> wanting.name(one.target()))
                .collect(Collectors.joining(", "));
        if (failing.isEmpty()) {
            interruptions.close(SimulcastAlarm.SIMULCAST_FAILING, show);
        } else {
            interruptions.open(SimulcastAlarm.SIMULCAST_FAILING, show, OptionalInt.empty(), Map.of("targets", failing));
        }
    }

    private void tell(String show, SwitchShelf.Kept before, @Nullable Output now) {
        State state = now == null ? null : now.state();
        if (state == before.state()) {
            return;
        }
        String name = wanting.name(before.target());
        if (state == State.SENDING) {
            events.fire(new SimulcastEvent.Sending(show, before.target(), name));
        } else if (now != null && state == State.FAILED) {
            String code = now.code() == null ? "BROKEN" : now.code();
            events.fire(new SimulcastEvent.Failed(show, before.target(), name, code, now.words()));
        } else if (before.state() == State.SENDING && state != State.CONNECTING) {
            events.fire(new SimulcastEvent.Ended(show, before.target(), name));
        }
    }

    /** The backend does not answer, or refuses. */
    public void troubled(String show, CloudException why) {
        shelf.troubled(show, why);
    }
}
