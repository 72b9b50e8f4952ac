package live.onair.awsstub.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came over the wire. Header names are in lower case; path and query as they were sent. */
public record Request(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    private static final Pattern SCOPE =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=[^/]+/\\d+/[^/]+/([^/]+)/aws4_request");

    private static final Pattern KEY = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/");

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    /** Id of the access key that has signed it; empty without a signature. */
    public String accessKey() {
        Matcher key = KEY.matcher(header("authorization").orElse(""));
        return key.find() ? key.group(1) : "";
    }

    /** The service's signing name; a request without a signature has none. */
    public Optional<String> signedFor() {
        Matcher scope = SCOPE.matcher(header("authorization").orElse(""));
        return scope.find() ? Optional.of(scope.group(1)) : Optional.empty();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Every value of each name, in the order sent. */
    Map<String, List<String>> queries() {
        return pairs(query);
    }

    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        pairs(text()).forEach((name, values) -> form.put(name, values.get(0)));
        return form;
    }

    private static Map<String, List<String>> pairs(String text) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int at = pair.indexOf('=');
                String name = plain(at < 0 ? pair : pair.substring(0, at));
                pairs.computeIfAbsent(name, n -> new java.util.ArrayList<>())
                        .add(at < 0 ? "" : plain(pair.substring(at + 1)));
            }
        }
        return pairs;
    }

    static String plain(String escaped) {
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    /** A path's plus sign is a plus sign. */
    static String plainPath(String escaped) {
        return plain(escaped.replace("+", "%2B"));
    }
}
