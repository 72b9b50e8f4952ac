package live.onair.dns;

import java.util.Map;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens to the records at a name. The subject is the name. */
public sealed interface DnsEvent extends DomainEvent {

    /** The name. */
    String name();

    @Override
    default String subject() {
        return name();
    }

    /** What stands there is looked at from now on. */
    record Watched(String name) implements DnsEvent {}

    /** Or no longer. */
    record Forgotten(String name) implements DnsEvent {}

    /** Another stands there than before, and not by us. */
    record Drifted(String name, Map<String, String> fields) implements DnsEvent {}

    /**
     * Records shall be changed.
     *
     * @param fields each record that differs, before and after
     * @param reverts number of the change that is taken back; null for none
     */
    record Began(
            long change,
            String name,
            Map<String, String> fields,
            String reason,
            @Nullable Long reverts) implements DnsEvent {}

    /** They are written in the zone. */
    record Applied(long change, String name) implements DnsEvent {}

    /** The zone's servers answer so. */
    record Verified(long change, String name, String answers) implements DnsEvent {}

    /** It did not come right. */
    record Failed(
            long change,
            String name,
            String trouble,
            @Nullable String detail) implements DnsEvent {}
}
