package live.onair.simulcast;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.simulcast.SimulcastRows.PlannedSwitch;
import live.onair.simulcast.SimulcastRows.SwitchRow;
import live.onair.simulcast.SimulcastRows.TargetRow;
import org.jspecify.annotations.Nullable;

/** The places that a show is sent to as well: kept by operations, switched on and off per show. */
@Singleton
@Transactional
@Guarded
public class Simulcast {

    private final TargetBook targets;
    private final SwitchBook switches;

    @Inject
    Simulcast(TargetBook targets, SwitchBook switches) {
        this.targets = targets;
        this.switches = switches;
    }

    /**
     * A new target.
     *
     * @param address {@code rtmp://} or {@code rtmps://}, without the key
     * @param backup the same of a server for a second, redundant stream; null or empty if there is none
     * @param key a secret, never shown again
     */
    public record NewTarget(
            @Nullable String name,
            @Nullable String address,
            @Nullable String backup,
            @Nullable String key) {
        /** Without the secret. */
        @Override
        public String toString() {
            return name + " " + address;
        }
    }

    /**
     * What changes; null leaves a thing as it is.
     *
     * @param backup empty for none
     * @param key another stream key
     * @param disabled whether it is put aside: no show sends there until it is taken up again
     */
    public record Change(
            @Nullable String name,
            @Nullable String address,
            @Nullable String backup,
            @Nullable String key,
            @Nullable Boolean disabled) {
        /** Without the secret. */
        @Override
        public String toString() {
            return name + " " + address + " " + disabled;
        }
    }

    /** All targets, by name. */
    @AllowedTo
    public List<TargetRow> list() {
        return targets.list();
    }

    /** One of them. */
    @AllowedTo
    public Optional<TargetRow> find(String id) {
        return targets.find(id);
    }

    /** Each target with how it does in a show, by name. */
    @AllowedTo
    public List<SwitchRow> ofShow(String show) {
        return switches.ofShow(show);
    }

    /** Adds one; no show is sent there yet. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "simulcast.add", ko = "송출 대상 추가", en = "Add a target", shortcut = "n")
    public Outcome<TargetRow> add(NewTarget wanted) {
        return targets.add(wanted);
    }

    /** Changes one; what runs is sent there anew if its address or key are others. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "simulcast.change", ko = "송출 대상 바꾸기", en = "Change the target")
    public Outcome<TargetRow> change(String id, Change wanted) {
        return targets.change(id, wanted);
    }

    /** Takes one away for good, its key and its switches with it; not while a running show is sent there. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "simulcast.remove", ko = "송출 대상 없애기", en = "Remove the target", danger = Action.Danger.DANGEROUS)
    public Outcome<TargetRow> remove(String id, @Nullable String reason) {
        return targets.remove(id, reason);
    }

    /** Shows what switching it on or off for a show would do. Calls nothing, and works without a connection. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "simulcast.plan", ko = "계획 보기", en = "Show the plan")
    public Outcome<PlannedSwitch> plan(String show, String target, @Nullable Boolean on) {
        return on == null
                ? Outcome.refused(SimulcastRefusal.WHICH.with("field", "on"))
                : switches.plan(show, target, on);
    }

    /** Switches it on or off for a show, as the plan with this hash says. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "simulcast.switchTo", ko = "동시 송출 켜기·끄기", en = "Switch simulcast")
    public Outcome<SwitchRow> switchTo(String show, String target, @Nullable Boolean on, @Nullable String hash) {
        return on == null
                ? Outcome.refused(SimulcastRefusal.WHICH.with("field", "on"))
                : switches.switchTo(new SwitchBook.Wish(show, target, on), hash);
    }
}
