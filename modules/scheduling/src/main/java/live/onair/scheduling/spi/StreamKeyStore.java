package live.onair.scheduling.spi;

import java.time.Instant;
import java.util.List;
import live.onair.kernel.Ids;
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
     * @param input the input it opens
     */
    record Key(String sha256, @Nullable Instant validUntil, Input input) {

        /** A key of the primary input. */
        public Key(String sha256, @Nullable Instant validUntil) {
            this(sha256, validUntil, Input.A);
        }

        /** What is kept of a key: lower-case hexadecimal digits. */
        public static String hash(String clear) {
            return Ids.digest(clear);
        }
    }

    /**
     * Replaces all keys of the channel by these. Idempotent. Durable when it returns. An encoder that is connected with
     * a key that is gone may stay until it disconnects.
     *
     * @throws live.onair.kernel.CloudException on any trouble; nothing may have changed then, or all of it
     */
    void put(String channel, List<Key> keys);
}
