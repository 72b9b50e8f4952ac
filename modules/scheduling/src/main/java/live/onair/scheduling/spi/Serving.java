package live.onair.scheduling.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How viewers are served.
 *
 * @param address where the backend itself lets the encoder's picture be played, without slates; null where edges or CDNs serve the
 *     channel
 * @param viewers how many watch there now; null where that is not told
 * @param limit the last of its limits that was broken, in its words; null for none
 * @param path of the multivariant playlist below each CDN of ours, slates included; null where no CDN of ours serves the channel
 */
public record Serving(
        @Nullable String address,
        @Nullable Integer viewers,
        @Nullable String limit,
        @Nullable String path) {

    /** Nobody. */
    public static final Serving NOBODY = new Serving(null, null, null);

    /** By the backend itself. */
    public Serving(@Nullable String address, @Nullable Integer viewers, @Nullable String limit) {
        this(address, viewers, limit, null);
    }

    /** By our CDNs, which have it from an origin of the backend. */
    public static Serving below(String path) {
        return new Serving(null, null, null, path);
    }

    /** Where players play it, or below what path of each CDN of ours; empty where that is nowhere. */
    public String where() {
        return address == null ? Objects.requireNonNullElse(path, "") : address;
    }
}
