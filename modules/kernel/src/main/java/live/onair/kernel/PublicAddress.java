package live.onair.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses of others may be spoken to: those of the public internet, and for a trial this machine's. */
public final class PublicAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|0[xX][0-9a-fA-F.]+|\\[.*]");

    /** Networks that are nobody's server (IANA special-purpose registries), beside those the JDK knows. */
    private static final String[] FOUR = {
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4"
    };

    private PublicAddress() {}

    /** Whether the name itself, or the number, is one of our own network. Looks nothing up. */
    public static boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost")
                || name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal")) {
            return true;
        }
        return LITERAL.matcher(name).matches()
                && literal(name).map(at -> !isPublic(at)).orElse(true);
    }

    /** Whether it is this machine by its name or number. Looks nothing up. */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || (LITERAL.matcher(name).matches()
                        && literal(name).map(InetAddress::isLoopbackAddress).orElse(false));
    }

    /** A number is looked up nowhere. */
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The address to connect to: looked up once. Empty if one of the host's is none that may be spoken to. */
    public static Optional<InetAddress> resolve(String host, boolean loopback) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress one : all) {
            if (!isPublic(one) && !(loopback && one.isLoopbackAddress())) {
                return Optional.empty();
            }
        }
        return Optional.of(all[0]);
    }

    /** Whether it is one of the public internet. */
    public static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicFour(bytes) : isPublicSix(bytes);
    }

    private static boolean isPublicFour(byte[] bytes) {
        for (String net : FOUR) {
            String[] halves = net.split("/");
            int length = Integer.parseInt(halves[1]);
            int mask = -1 << (32 - length);
            if ((number(bytes, 0) & mask) == (number(four(halves[0]), 0) & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] four(String dotted) {
        byte[] bytes = new byte[4];
        String[] parts = dotted.split("\\.");
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    /** Global unicast only (2000::/3), without what carries another address inside or is for examples. */
    private static boolean isPublicSix(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        int second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
        boolean special =
                first == 0x2002 || (first == 0x2001 && (second < 0x0200 || second == 0x0DB8)) || first == 0x3FFF;
        return (first & 0xE000) == 0x2000 && !special;
    }
}
