package live.onair.scheduling.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells one streaming backend which stream keys open a channel. Outgoing port: called by scheduling's work handlers only,
 * never inside a transaction; one adapter per {@link Backend}.
 */
public interface StreamKeyStore {

    /**
     * A stream key, known by its hash only.
     *
     * @param sha256 SHA-256 of the key's UTF-8 bytes, 64 lower-case hexadecimal digits
     * @param validUntil first instant at which it no longer opens the channel; null for no end
     */
    record Key(String sha256, @Nullable Instant validUntil) {}

    /**
     * Replaces all keys of the channel by these. Idempotent. Durable when it returns. An encoder that is connected with
     * a key that is gone may stay until it disconnects.
     *
     * @throws live.onair.kernel.CloudException on any trouble; nothing may have changed then, or all of it
     */
    void put(String channel, List<Key> keys);
}
