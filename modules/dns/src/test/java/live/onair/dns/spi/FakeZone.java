package live.onair.dns.spi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;

/** A zone in memory; keeps the contract. */
@Singleton
@Backend("local")
public class FakeZone implements DnsZone {

    /** The server that answers for it. */
    public static final String SERVER = "fake.test:53";

    private static final String APEX = "onair.test";

    private final Map<String, DnsRecord> records = new TreeMap<>();
    private final List<List<Change>> sent = new ArrayList<>();
    private @Nullable CloudFault broken;
    private @Nullable CloudFault lost;
    private int lags;

    /** Nothing stands there, and all is well. */
    public synchronized void isEmpty() {
        records.clear();
        sent.clear();
        broken = null;
        lost = null;
        lags = 0;
    }

    /** From now on each call fails so; null for none. */
    public synchronized void breaks(@Nullable CloudFault fault) {
        broken = fault;
    }

    /** The next change is made, and its answer fails so. */
    public synchronized void losesAnAnswer(CloudFault fault) {
        lost = fault;
    }

    /** So often it says of a change that it is not everywhere yet. */
    public synchronized void lags(int times) {
        lags = times;
    }

    /** Somebody else, not through the product, does this. */
    public synchronized void somebodyElse(List<Change> changes) {
        changes.forEach(this::make);
    }

    /** What was sent to it. */
    public synchronized List<List<Change>> sent() {
        return List.copyOf(sent);
    }

    /** What a server of it answers with, weights counted in: all that may come. */
    public synchronized List<DnsRecord> standing(String name) {
        return records.values().stream().filter(one -> one.name().equals(name)).toList();
    }

    private void stumble() {
        if (broken != null) {
            throw new CloudException(broken, "told to");
        }
    }

    private static void within(String name) {
        if (!name.endsWith("." + APEX)) {
            throw new CloudException(CloudFault.INVALID, name + " is not within " + APEX);
        }
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public Zone zone() {
        return new Zone("fake (" + APEX + ")", List.of(SERVER));
    }

    @Override
    public synchronized List<DnsRecord> read(String name) {
        stumble();
        within(name);
        return standing(name);
    }

    @Override
    public synchronized Optional<String> apply(List<Change> changes) {
        stumble();
        changes.forEach(change -> within(change.record().name()));
        sent.add(List.copyOf(changes));
        changes.forEach(this::make);
        if (lost != null) {
            CloudFault fault = lost;
            lost = null;
            throw new CloudException(fault, "the answer was lost");
        }
        return lags > 0 ? Optional.of("C" + sent.size()) : Optional.empty();
    }

    private void make(Change change) {
        String key = change.record().name() + " " + change.record().key();
        if (change.kept()) {
            records.put(key, change.record());
        } else {
            records.remove(key);
        }
    }

    @Override
    public synchronized boolean isEverywhere(String changes) {
        stumble();
        lags--;
        return lags < 0;
    }
}
