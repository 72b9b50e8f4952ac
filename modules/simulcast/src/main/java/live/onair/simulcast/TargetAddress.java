package live.onair.simulcast;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import live.onair.kernel.Reason;

/**
 * The rules of a target's address, as far as they can be told without asking anybody. Where a name leads to is looked at
 * by whoever connects, each time.
 */
final class TargetAddress {

    private static final int LONGEST = 300;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|0[xX][0-9a-fA-F.]+|\\[.*]");

    /** Marks such as {@code backup=1}, too short for what has to be kept secret. */
    private static final Pattern MARKS =
            Pattern.compile("[A-Za-z0-9_]{1,20}=[A-Za-z0-9_-]{1,8}(&[A-Za-z0-9_]{1,20}=[A-Za-z0-9_-]{1,8}){0,2}");

    private TargetAddress() {}

    /** Why it cannot be one; empty if it can. */
    static Optional<Reason> wrong(String field, String address, boolean own) {
        URI url;
        try {
            url = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.of(SimulcastRefusal.ADDRESS.with("field", field));
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String query = url.getRawQuery();
        boolean bare = url.getRawUserInfo() == null
                && (query == null || MARKS.matcher(query).matches())
                && url.getRawFragment() == null;
        boolean rtmp = scheme.equals("rtmp") || scheme.equals("rtmps");
        if (!rtmp || url.getHost() == null || !bare || address.length() > LONGEST) {
            return Optional.of(SimulcastRefusal.ADDRESS.with("field", field));
        }
        return !own && isOwn(url.getHost())
                ? Optional.of(SimulcastRefusal.ADDRESS_PRIVATE.with("host", url.getHost(), "field", field))
                : Optional.empty();
    }

    static String host(String address) {
        return String.valueOf(URI.create(address).getHost());
    }

    private static boolean isOwn(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost") || name.endsWith(".local")) {
            return true;
        }
        if (!LITERAL.matcher(name).matches()) {
            return false;
        }
        try {
            // a number is not looked up anywhere
            return isOwn(InetAddress.getByName(name));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean isOwn(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrier;
    }
}
