package live.onair.cdn.spi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an origin offers of one show: variants of the picture, and renditions of sound and words that go with them, as its multivariant
 * playlist has them (draft-pantos-hls-rfc8216bis, 4.4.6). Lists of single pictures are left out: players do without.
 */
public record Ladder(String text, List<Map<String, String>> renditions, List<Variant> variants) {

    private static final String RENDITION = "#EXT-X-MEDIA:";
    private static final String VARIANT = "#EXT-X-STREAM-INF:";
    private static final Pattern SIZE = Pattern.compile("\\d{1,5}x\\d{1,5}");
    private static final Pattern RATE = Pattern.compile("[1-9]\\d{2,11}");
    private static final int MEGA = 1_000_000;
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Z0-9-]+)=(\"[^\"]*\"|[^\",]*)(?:,|$)");
    /** Attributes of a variant that name a group of renditions. */
    private static final List<String> GROUPS = List.of("AUDIO", "VIDEO", "SUBTITLES", "CLOSED-CAPTIONS");

    /** Keeps it as it is. */
    public Ladder {
        renditions = List.copyOf(renditions);
        variants = List.copyOf(variants);
    }

    /** A variant: its attributes as they were written, in order, and where its playlist lies. */
    public record Variant(Map<String, String> attributes, String uri) {

        /** Its address where the multivariant playlist lies there. */
        public String at(String playlist) {
            return URI.create(playlist).resolve(uri).toString();
        }

        /** What people know it by: {@code 1280x720 · 5.6 Mbps}; the path of its playlist, without a query, where neither is told. */
        public String label() {
            String size = attributes.getOrDefault("RESOLUTION", "");
            String rate = attributes.getOrDefault("BANDWIDTH", "");
            String known = Stream.of(
                            SIZE.matcher(size).matches() ? size : "",
                            RATE.matcher(rate).matches() ? rate(rate) : "")
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining(" · "));
            return known.isEmpty() ? URI.create(uri).getPath() : known;
        }

        private static String rate(String bitsPerSecond) {
            double bits = Double.parseDouble(bitsPerSecond);
            return bits < MEGA
                    ? String.format(Locale.ROOT, "%.0f kbps", bits / 1_000)
                    : String.format(Locale.ROOT, "%.1f Mbps", bits / MEGA);
        }
    }

    /** Read from a multivariant playlist; empty for anything else, and where it names what lies elsewhere than below it. */
    public static Optional<Ladder> of(String text) {
        List<Map<String, String>> renditions = new ArrayList<>();
        List<Variant> variants = new ArrayList<>();
        Map<String, String> next = null;
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith(RENDITION)) {
                renditions.add(attributes(line.substring(RENDITION.length())));
            } else if (line.startsWith(VARIANT)) {
                next = attributes(line.substring(VARIANT.length()));
            } else if (next != null && !line.isEmpty() && !line.startsWith("#")) {
                variants.add(new Variant(next, line));
                next = null;
            }
        }
        boolean usable = variants.stream().allMatch(variant -> isBelow(variant.uri()))
                && renditions.stream().allMatch(one -> isBelow(bare(one.getOrDefault("URI", "a"))));
        return text.startsWith("#EXTM3U") && !variants.isEmpty() && usable
                ? Optional.of(new Ladder(text, renditions, variants))
                : Optional.empty();
    }

    /** Only what lies beside the playlist lies beside it at each CDN. */
    private static boolean isBelow(String uri) {
        try {
            URI read = new URI(uri);
            return !read.isAbsolute() && read.getRawAuthority() == null && !uri.startsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Map<String, String> attributes(String list) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(list);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    private static String quoted(@Nullable String text) {
        return "\"" + text + "\"";
    }

    private static String bare(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /** The renditions of a pathway, a line each. */
    public List<String> renditions(String pathway, String playlist, UnaryOperator<String> signed) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < renditions.size(); i++) {
            Map<String, String> mine = new LinkedHashMap<>(renditions.get(i));
            mine.computeIfPresent("GROUP-ID", (name, group) -> quoted(bare(group) + "-" + pathway));
            mine.computeIfPresent(
                    "URI",
                    (name, uri) -> quoted(
                            signed.apply(URI.create(playlist).resolve(bare(uri)).toString())));
            mine.put("STABLE-RENDITION-ID", quoted("r" + i));
            lines.add(RENDITION + written(mine));
        }
        return lines;
    }

    /** The variants of a pathway, two lines each: a variant has the same stable id in all of them. */
    public List<String> variants(String pathway, String playlist, UnaryOperator<String> signed) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Map<String, String> mine = new LinkedHashMap<>(variants.get(i).attributes());
            for (String group : GROUPS) {
                mine.computeIfPresent(group, (name, id) -> id.startsWith("\"") ? quoted(bare(id) + "-" + pathway) : id);
            }
            mine.put("PATHWAY-ID", quoted(pathway));
            mine.put("STABLE-VARIANT-ID", quoted("v" + i));
            lines.add(VARIANT + written(mine));
            lines.add(signed.apply(variants.get(i).at(playlist)));
        }
        return lines;
    }

    private static String written(Map<String, String> attributes) {
        List<String> all = new ArrayList<>();
        attributes.forEach((name, value) -> all.add(name + "=" + value));
        return String.join(",", all);
    }
}
