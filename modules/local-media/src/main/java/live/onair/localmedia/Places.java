package live.onair.localmedia;

import io.netty.util.NetUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where viewers are: by the headers of a proxy that is trusted, else by a file of networks. Nothing is kept of an address.
 *
 * <p>A line of the file is {@code network,country,isp}: {@code 203.0.113.0/24,KR,KT}, or the number of an autonomous system as
 * {@code AS4766,KR,KT}. Of two networks that have an address the smaller counts. A line that begins with {@code #} is a remark.
 */
final class Places {
    private static final Place NOWHERE = new Place(null, null);

    /** As far as it is known. */
    record Place(@Nullable String country, @Nullable String isp) {}

    /** Networks by length, longest first; an IPv4 address is looked for as one of IPv6. */
    private final TreeMap<Integer, Map<String, Place>> networks = new TreeMap<>((one, other) -> other - one);

    private final Map<String, Place> systems = new HashMap<>();
    private final Set<String> proxies;

    /**
     * Reads the file.
     *
     * @param proxies addresses whose headers are believed
     */
    Places(@Nullable Path file, Set<String> proxies) {
        this.proxies = proxies;
        if (file != null) {
            try {
                read(Files.readAllLines(file, StandardCharsets.UTF_8), file);
            } catch (IOException e) {
                throw trouble(file, 0);
            }
        }
    }

    private static Media.StartFailure trouble(Path file, int line) {
        return new Media.StartFailure(
                2,
                "주소 목록 " + file + "의 " + line + "번째 줄을 읽을 수 없습니다 / line " + line + " of " + file + " cannot be read",
                "줄마다 네트워크,나라,통신사로 적으십시오 / write network,country,isp in each line");
    }

    private void read(List<String> lines, Path file) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\s*,\\s*", -1);
            boolean fits = parts.length == 3 && parts[1].matches("[A-Za-z]{2}|");
            Place place = fits
                    ? new Place(parts[1].isEmpty() ? null : parts[1].toUpperCase(Locale.ROOT), word(parts[2]))
                    : NOWHERE;
            if (!fits || !take(parts[0], place)) {
                throw trouble(file, i + 1);
            }
        }
    }

    private static @Nullable String word(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private boolean take(String network, Place place) {
        if (network.matches("AS\\d{1,10}")) {
            systems.put(network.substring(2), place);
            return true;
        }
        String[] parts = network.split("/", -1);
        byte[] address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (address == null || parts.length > 2 || parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
            return false;
        }
        int bits = parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]);
        if (bits > address.length * 8) {
            return false;
        }
        int length = bits + (address.length == 4 ? 96 : 0);
        networks.computeIfAbsent(length, any -> new HashMap<>()).put(cut(wide(address), length), place);
        return true;
    }

    private static byte[] wide(byte[] address) {
        if (address.length == 16) {
            return address;
        }
        byte[] wide = new byte[16];
        wide[10] = -1;
        wide[11] = -1;
        System.arraycopy(address, 0, wide, 12, 4);
        return wide;
    }

    private static String cut(byte[] address, int bits) {
        byte[] cut = Arrays.copyOf(address, 16);
        for (int i = bits; i < 128; i++) {
            cut[i / 8] &= (byte) ~(0x80 >> i % 8);
        }
        return new String(cut, StandardCharsets.ISO_8859_1);
    }

    /** Where whoever asks is. */
    Place of(HttpHandler.Head head) {
        if (!proxies.contains(head.remote())) {
            return of(head.remote());
        }
        String forwarded = word(head.get("X-Forwarded-For"));
        Place found = forwarded == null
                ? NOWHERE
                : of(forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
        String system = word(head.get("CloudFront-Viewer-ASN"));
        Place bySystem = system == null ? NOWHERE : systems.getOrDefault(system, NOWHERE);
        String country = word(head.get("CloudFront-Viewer-Country"));
        return new Place(
                country != null ? country : found.country() != null ? found.country() : bySystem.country(),
                bySystem.isp() != null ? bySystem.isp() : found.isp());
    }

    private Place of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return NOWHERE;
        }
        byte[] wide = wide(bytes);
        return networks.entrySet().stream()
                .flatMap(length -> Stream.ofNullable(length.getValue().get(cut(wide, length.getKey()))))
                .findFirst()
                .orElse(NOWHERE);
    }
}
