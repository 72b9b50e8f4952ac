package live.onair.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.PublicAddress;
import live.onair.kernel.Reason;

/** Which addresses news may be asked to go to. */
final class EndpointAddress {

    private static final int LONGEST = 500;

    private EndpointAddress() {}

    /** Why news cannot go there; empty if they can. Looks nothing up. */
    static Optional<Reason> wrong(String url, boolean loopback) {
        URI at;
        try {
            at = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of(WebhookRefusal.ADDRESS.with("field", "url"));
        }
        String scheme = String.valueOf(at.getScheme()).toLowerCase(Locale.ROOT);
        String host = at.getHost();
        boolean plain = at.getRawUserInfo() == null && at.getRawFragment() == null && url.length() <= LONGEST;
        boolean ours = host != null && PublicAddress.isOurs(host);
        boolean spoken = scheme.equals("https") || (loopback && ours && scheme.equals("http"));
        if (host == null || !plain || (!spoken && !ours)) {
            return Optional.of(WebhookRefusal.ADDRESS.with("field", "url"));
        }
        boolean allowed = !ours || (loopback && PublicAddress.isLoopback(host));
        if (!allowed) {
            return Optional.of(WebhookRefusal.ADDRESS_PRIVATE.with("host", host, "field", "url"));
        }
        return spoken ? Optional.empty() : Optional.of(WebhookRefusal.ADDRESS.with("field", "url"));
    }
}
