package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.cdn.spi.AddressSigner;
import live.onair.scheduling.spi.Backend;
import org.eclipse.microprofile.config.Config;

/**
 * Signs by the keys of {@code onair.media.edge.keys}, as the edges of the media process check it: a token in the query, {@code <end in
 * seconds since 1970>-<hex>}, the first half of the HMAC-SHA-256 (RFC 2104) of the show, a line feed and that end. A token lives for
 * six to twelve hours and is the same for six.
 */
@Singleton
@Backend("local")
class LocalAddressSigner implements AddressSigner {

    private static final long WINDOW = Duration.ofHours(6).toSeconds();
    /** Hexadecimal digits. */
    private static final int HALF = 32;

    private final Map<String, String> keys;
    private final Clock clock;

    @Inject
    LocalAddressSigner(Config config, Clock clock) {
        this(config.getOptionalValue("onair.media.edge.keys", String.class).orElse(""), clock);
    }

    LocalAddressSigner(String configured, Clock clock) {
        this.keys = Arrays.stream(configured.split(" *, *"))
                .map(one -> one.split("=", 2))
                .filter(pair -> pair.length == 2 && !pair[1].isBlank())
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0].strip(), pair -> pair[1].strip()));
        this.clock = clock;
    }

    @Override
    public boolean signs(String cdn) {
        return keys.containsKey(cdn);
    }

    @Override
    public String signed(String cdn, String show, String address) {
        String key = keys.get(cdn);
        if (key == null) {
            return address;
        }
        long until = (clock.instant().getEpochSecond() / WINDOW + 2) * WINDOW;
        return address + (address.contains("?") ? "&" : "?") + "token=" + until + "-"
                + KeyedHash.hex(key, show + "\n" + until).substring(0, HALF);
    }
}
