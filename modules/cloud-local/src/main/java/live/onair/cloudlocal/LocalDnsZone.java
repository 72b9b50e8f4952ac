package live.onair.cloudlocal;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.spi.DnsZone;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * A zone of this machine, for demos and tests: records in a file of the data folder, answered on a free port of the loopback interface.
 * Nobody else's players ask it, and health checks mean nothing to it.
 */
@Singleton
@Backend("local")
class LocalDnsZone implements DnsZone {

    private static final String APEX = "onair.test";
    private static final String WORDS = "local (" + APEX + ")";

    private final @Nullable Path file;
    private final Map<String, DnsRecord> records = new TreeMap<>();
    private boolean read;
    private @Nullable LoopbackDns dns;

    @Inject
    LocalDnsZone(Config config) {
        this(config.getOptionalValue("onair.data.dir", String.class)
                .map(folder -> Path.of(folder, "dns-zone.json"))
                .orElse(null));
    }

    /** In this file; null for memory only. */
    LocalDnsZone(@Nullable Path file) {
        this.file = file;
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public synchronized Zone zone() {
        if (dns == null) {
            dns = LoopbackDns.open(APEX, this::standing);
        }
        return new Zone(WORDS, List.of(dns.server()));
    }

    @PreDestroy
    synchronized void close() {
        if (dns != null) {
            dns.close();
            dns = null;
        }
    }

    @Override
    public List<DnsRecord> read(String name) {
        within(name);
        return standing(name);
    }

    private synchronized List<DnsRecord> standing(String name) {
        return records().values().stream()
                .filter(one -> one.name().equals(name))
                .toList();
    }

    private static void within(String name) {
        if (!name.equals(APEX) && !name.endsWith("." + APEX)) {
            throw new CloudException(CloudFault.INVALID, name + " is not within the zone " + APEX);
        }
    }

    @Override
    public synchronized Optional<String> apply(List<Change> changes) {
        changes.forEach(change -> within(change.record().name()));
        Map<String, DnsRecord> next = new TreeMap<>(records());
        for (Change change : changes) {
            String key = change.record().name() + " " + change.record().key();
            if (change.kept()) {
                next.put(key, change.record());
            } else {
                next.remove(key);
            }
        }
        write(next);
        records.clear();
        records.putAll(next);
        return Optional.empty();
    }

    @Override
    public boolean isEverywhere(String changes) {
        throw new CloudException(CloudFault.NOT_FOUND, "changes are everywhere at once here: " + changes);
    }

    private Map<String, DnsRecord> records() {
        if (!read && file != null && Files.exists(file)) {
            try {
                records.putAll(
                        MediaControl.JSON.readValue(file.toFile(), new TypeReference<Map<String, DnsRecord>>() {}));
            } catch (IOException e) {
                throw new CloudException(CloudFault.UNAVAILABLE, "the local zone cannot be read: " + file, e);
            }
        }
        read = true;
        return records;
    }

    private void write(Map<String, DnsRecord> next) {
        if (file == null) {
            return;
        }
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, MediaControl.JSON.writeValueAsString(next));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CloudException(CloudFault.EXHAUSTED, "the local zone cannot be written: " + file, e);
        }
    }
}
