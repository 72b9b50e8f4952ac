package live.onair.inventory;

import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import live.onair.inventory.spi.AccountTrail;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/** A trail in memory, told one event a page. */
@Vetoed
class FakeTrail implements AccountTrail {

    final List<TrailEvent> events = new ArrayList<>();
    boolean used = true;
    /** From when it was asked last. */
    Instant from = Instant.EPOCH;

    @Nullable
    CloudFault fault;

    void clear() {
        events.clear();
        used = true;
        fault = null;
        from = Instant.EPOCH;
    }

    void tells(String id, String operation, Instant at, @Nullable String request, String principal, String... names) {
        events.add(new TrailEvent(
                id, "ivs", operation, at, request, null, new Who(principal, "203.0.113.9"), Set.of(names), null));
    }

    @Override
    public boolean isUsed() {
        return used;
    }

    @Override
    public void writes(Instant asked, Instant to, Consumer<List<TrailEvent>> page) {
        from = asked;
        if (fault != null) {
            throw new CloudException(fault, "cloudtrail LookupEvents: AccessDeniedException");
        }
        events.stream()
                .filter(event -> !event.at().isBefore(asked) && !event.at().isAfter(to))
                .forEach(event -> page.accept(List.of(event)));
    }
}
