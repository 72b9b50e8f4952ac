package live.onair.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import live.onair.kernel.Ids;

/** Signs and looks at signatures, as Standard Webhooks 1.0.0 wants it: HMAC-SHA256 of id, timestamp and body. */
final class Signatures {

    static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SECRET_BYTES = 32;
    /** What people see of a secret. */
    private static final int SHOWN = 4;

    private Signatures() {}

    static String secret(Ids ids) {
        byte[] drawn = HexFormat.of().parseHex(ids.secret(SECRET_BYTES));
        return PREFIX + Base64.getEncoder().encodeToString(drawn);
    }

    static String mark(String secret) {
        return secret.substring(0, PREFIX.length() + SHOWN);
    }

    static String sign(String secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether one of the signatures in the header is the right one; says nothing by how long it takes. */
    static boolean matches(String header, String right) {
        byte[] wanted = right.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String one : header.split(" ")) {
            found |= MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), wanted);
        }
        return found;
    }
}
