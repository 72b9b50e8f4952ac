package live.onair.simulcast;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.KeyVault;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.scheduling.spi.Backend;
import live.onair.simulcast.spi.SimulcastOutputs.Programme;
import live.onair.simulcast.spi.SimulcastOutputs.Target;
import live.onair.simulcast.spi.SimulcastPlanner;
import live.onair.simulcast.spi.SimulcastPlanner.Offer;

/** What is wanted of a show's outputs. Works inside the caller's transaction. */
@Singleton
class Wanting {

    private final SwitchShelf switches;
    private final TargetShelf targets;
    private final Shows shows;
    private final Channels channels;
    private final Instance<SimulcastPlanner> planners;
    private final KeyVault vault;
    private final boolean own;

    @Inject
    Wanting(
            SwitchShelf switches,
            TargetShelf targets,
            Shows shows,
            Channels channels,
            @Any Instance<SimulcastPlanner> planners,
            KeyVault vault,
            @Named("onair.simulcast.private") Boolean own) {
        this.switches = switches;
        this.targets = targets;
        this.shows = shows;
        this.channels = channels;
        this.planners = planners;
        this.vault = vault;
        this.own = own;
    }

    Optional<ShowRows.Show> show(String id) {
        return shows.find(id);
    }

    static Programme programme(ShowRows.Show show) {
        return new Programme(show.channel().id(), show.id());
    }

    /** The word of the backend of the show's channel. */
    String backend(ShowRows.Show show) {
        return channels.find(show.channel().id()).map(Channels.Row::backend).orElse("");
    }

    Optional<SimulcastPlanner> planner(String backend) {
        Instance<SimulcastPlanner> found = planners.select(new Backend.Named(backend));
        return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
    }

    Offer offer(ShowRows.Show show) {
        return planner(backend(show)).map(SimulcastPlanner::offer).orElse(Offer.NONE);
    }

    boolean isReadable(TargetShelf.Kept target) {
        return vault.open(target.sealed()).isPresent();
    }

    boolean isOn(String show, String target) {
        return switches.ofShow(show).stream()
                .anyMatch(one -> one.on() && one.target().equals(target));
    }

    /** Those to which the show is sent, in the order of their ids. */
    List<TargetShelf.Kept> of(String show) {
        return switches.ofShow(show).stream()
                .filter(SwitchShelf.Kept::on)
                .flatMap(one -> targets.find(one.target()).stream())
                .filter(target -> !target.disabled() && isReadable(target))
                .toList();
    }

    /** What a target is called; its id when it is gone. */
    String name(String target) {
        return targets.find(target).map(TargetShelf.Kept::name).orElse(target);
    }

    /** The same after a press, as a plan shows it. */
    List<SimulcastPlanner.Named> after(ShowRows.Show show, TargetShelf.Kept target, boolean on) {
        List<TargetShelf.Kept> all = new ArrayList<>(of(show.id()));
        all.removeIf(one -> one.id().equals(target.id()));
        if (on) {
            all.add(target);
        }
        return all.stream()
                .sorted(Comparator.comparing(TargetShelf.Kept::id))
                .map(one -> new SimulcastPlanner.Named(one.id(), one.version(), one.address(), one.backup()))
                .toList();
    }

    /** With the keys, for the backend. */
    List<Target> opened(String show) {
        return of(show).stream()
                .map(one -> new Target(
                        one.id(),
                        one.version(),
                        one.address(),
                        one.backup(),
                        vault.open(one.sealed()).orElseThrow(),
                        own))
                .toList();
    }
}
