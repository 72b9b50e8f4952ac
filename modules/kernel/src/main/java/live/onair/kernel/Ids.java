package live.onair.kernel;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** New ids and secrets. Injected, so that a test can foretell them. */
@Singleton
public class Ids {

    private static final Pattern VIEWER = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    /** Ids ordered by this clock. */
    @jakarta.inject.Inject
    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new time-ordered id: UUID version 7 (RFC 9562, 5.7). */
    public UUID next() {
        long millis = clock.millis();
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = 0x8000000000000000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /** A secret of that many random bytes, as lower-case hexadecimal digits. */
    public String secret(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** What is kept of a secret, and what tells texts apart: SHA-256 of UTF-8, as 64 lower-case hexadecimal digits. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a viewers' page may have drawn this as the number of its viewer: 8 to 64 letters, digits and hyphens. */
    public static boolean isViewer(String number) {
        return VIEWER.matcher(number).matches();
    }
}
