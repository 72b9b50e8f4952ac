package live.onair.monitors;

import java.time.Instant;
import live.onair.kernel.DomainEvent;
import live.onair.monitors.MonitorRows.MonitorDeed;
import org.jspecify.annotations.Nullable;

/** What happens to monitors, told inside the transaction in which it happens. The subject is the monitor's id. */
public sealed interface MonitorEvent extends DomainEvent {

    /** Somebody wants one. */
    record Added(String subject, String name, @Nullable String channel, String backend, int hours)
            implements MonitorEvent {}

    /** Its backend has made it. */
    record Made(String subject, String place, int hours) implements MonitorEvent {}

    /** Somebody looked at what a press would do. */
    record Planned(
            String subject, MonitorDeed deed, @Nullable Integer hours, String hash) implements MonitorEvent {}

    /** Somebody has approved it. */
    record Approved(
            String subject, MonitorDeed deed, @Nullable Integer hours, String hash, String reason)
            implements MonitorEvent {}

    /** Its pictures are kept for that long now. */
    record Retained(String subject, int hours) implements MonitorEvent {}

    /** It is gone. */
    record Removed(String subject, String name) implements MonitorEvent {}

    /** What was approved was not done. */
    record NotDone(String subject, MonitorDeed deed, String why) implements MonitorEvent {}

    /** Its backend does not answer any more, or refuses. */
    record Lost(String subject, String fault, String why) implements MonitorEvent {}

    /** Its backend answers again. */
    record Found(String subject) implements MonitorEvent {}

    /** Somebody asked for a session. */
    record SessionAsked(String subject, String order) implements MonitorEvent {}

    /** Somebody has got it, and may look until then. */
    record SessionTaken(String subject, String order, Instant until) implements MonitorEvent {}

    /** There is none. */
    record SessionFailed(String subject, String order, String fault) implements MonitorEvent {}
}
