package live.onair.localmedia;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a show's live pictures at an edge: addresses that the console has signed, until they are over. The token of an address
 * is {@code <seconds since 1970>-<hex>}: the end of its time, and the first half of the HMAC-SHA-256 (RFC 2104) of the show, a line
 * feed and that end.
 */
final class EdgeKey {
    static final String PARAMETER = "token";
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,12})-([0-9a-f]{32})");
    private static final int HALF = 16;

    private final byte[] key;

    EdgeKey(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** Keys by edge, of {@code domestic=key, global=key}; an edge that is not named asks for no token. */
    static Map<String, EdgeKey> all(String configured) {
        return Arrays.stream(configured.split(" *, *"))
                .map(one -> one.split("=", 2))
                .filter(pair -> pair.length == 2 && !pair[1].isBlank())
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0].strip(), pair -> new EdgeKey(pair[1].strip())));
    }

    /** Whether the token is ours, for this show, and not over. */
    boolean admits(String show, @Nullable String token, Instant now) {
        Matcher parts = TOKEN.matcher(token == null ? "" : token);
        return parts.matches()
                && Long.parseLong(parts.group(1)) > now.getEpochSecond()
                && MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), signature(show, parts.group(1)));
    }

    private byte[] signature(String show, String until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal((show + "\n" + until).getBytes(StandardCharsets.UTF_8)), HALF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** The playlist whose pieces are asked for by the same token. */
    static byte[] passedOn(byte[] playlist, String token) {
        String text = new String(playlist, StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> line.isEmpty() || line.startsWith("#") ? line : line + "?" + PARAMETER + "=" + token)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
