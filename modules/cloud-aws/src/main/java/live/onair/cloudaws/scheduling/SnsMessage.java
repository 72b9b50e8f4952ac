package live.onair.cloudaws.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A message that SNS posts, and whether SNS has signed it. Source: Amazon SNS developer guide, "Verifying the signatures of
 * Amazon SNS messages", signature version 2 (SHA-256 with RSA over certain fields in a fixed order). The SDK has a library
 * for it only from a later version than ours on.
 */
record SnsMessage(Map<String, String> fields) {

    /** Where SNS's own certificates and confirmations are, in every region. */
    private static final Pattern HOST = Pattern.compile("sns\\.[a-z]{2}(-[a-z]+)+-[0-9]\\.amazonaws\\.com(\\.cn)?");

    private static final List<String> NEWS =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> TALK =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    SnsMessage {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static SnsMessage read(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            JsonObject object = reader.readObject();
            Map<String, String> fields = new TreeMap<>();
            object.forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    fields.put(name, text.getString());
                }
            });
            return new SnsMessage(fields);
        } catch (JsonException e) {
            throw new IllegalArgumentException("no message of SNS", e);
        }
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean is(String type) {
        return type.equals(get("Type"));
    }

    /** Whether an address of this message leads to SNS itself. */
    boolean leadsToSns(String name) {
        try {
            URI address = URI.create(get(name));
            return "https".equals(address.getScheme())
                    && address.getPort() == -1
                    && address.getUserInfo() == null
                    && address.getHost() != null
                    && HOST.matcher(address.getHost()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the holder of this certificate has signed it, and the certificate is SNS's and counts now. */
    boolean isSignedBy(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            boolean snsOwn = certificate
                    .getSubjectX500Principal()
                    .getName()
                    .matches("(.*,)?CN=sns(\\.[a-z0-9-]+)*\\.amazonaws\\.com(,.*)?");
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(certificate.getPublicKey());
            check.update(signed().getBytes(StandardCharsets.UTF_8));
            return snsOwn
                    && get("SignatureVersion").equals("2")
                    && check.verify(Base64.getDecoder().decode(get("Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** What is signed: each field that is there, its name and its value on a line each. */
    String signed() {
        StringBuilder text = new StringBuilder();
        for (String name : is("Notification") ? NEWS : TALK) {
            if (fields.containsKey(name)) {
                text.append(name).append('\n').append(get(name)).append('\n');
            }
        }
        return text.toString();
    }
}
