package live.onair.inventory.spi;

import java.util.Map;
import live.onair.inventory.InventoryRows.Billing;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the account.
 *
 * @param arn the cloud's name of it, unique
 * @param service word of the service: {@code medialive}
 * @param kind word of what it is there: {@code channel}
 * @param handle by what the service wants it named when it is changed
 * @param name as a person reads it
 * @param state the service's word, empty if it has none
 * @param running whether it works now
 * @param billing when it costs money
 * @param ours whether it carries this installation's tag, or lies in what does
 * @param channel id of our channel it says it belongs to, null if it says none
 * @param use ARN or handle of what uses it or contains it, of an alarm the id of its show; null for nothing
 */
public record Resource(
        String arn,
        String service,
        String kind,
        String handle,
        String name,
        String state,
        boolean running,
        Billing billing,
        boolean ours,
        @Nullable String channel,
        @Nullable String use,
        Map<String, String> tags) {

    /** Keeps it unchangeable. */
    public Resource {
        tags = Map.copyOf(tags);
    }

    /** Whether it is this kind of thing. */
    public boolean is(String otherService, String otherKind) {
        return service.equals(otherService) && kind.equals(otherKind);
    }

    /** The same in another state. */
    public Resource in(String other, boolean runs) {
        return new Resource(arn, service, kind, handle, name, other, runs, billing, ours, channel, use, tags);
    }

    /** The same with tags that make it ours. */
    public Resource adopted(Map<String, String> other) {
        return new Resource(arn, service, kind, handle, name, state, running, billing, true, channel, use, other);
    }

    /** The same with other tags. */
    public Resource tagged(Map<String, String> other) {
        return new Resource(arn, service, kind, handle, name, state, running, billing, ours, channel, use, other);
    }
}
