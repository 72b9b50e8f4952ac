package live.onair.ui.cdn;

import java.util.Locale;
import java.util.regex.Pattern;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Where viewers are, as operators in Korea read it: by the three carriers, the rest of the country, and abroad. */
enum HeatPlace {
    KT("KT\\b|KT[^A-Z]|케이티|KOREA TELECOM"),
    SK("SK ?T|SK ?B|SK ?TELECOM|SK ?BROADBAND|SK ?텔레콤|SK ?브로드밴드|HANARO"),
    LGU("LG ?U|LG ?유플러스|유플러스|LG ?DACOM|LG ?POWERCOMM"),
    OTHER(null),
    ABROAD(null),
    UNKNOWN(null),
    /** All of them together. */
    ALL(null);

    private static final String HERE = "KR";

    private final @Nullable Pattern names;

    HeatPlace(@Nullable String names) {
        this.names = names == null ? null : Pattern.compile("(?<![A-Z])(" + names + ")");
    }

    /** By what the data call the country and the network; empty where they do not know. */
    static HeatPlace of(String country, String isp) {
        if (!country.isEmpty() && !country.equals(HERE)) {
            return ABROAD;
        }
        String name = isp.toUpperCase(Locale.ROOT);
        for (HeatPlace carrier : values()) {
            if (carrier.names != null && carrier.names.matcher(name).find()) {
                return carrier;
            }
        }
        return country.isEmpty() ? UNKNOWN : OTHER;
    }

    String words() {
        return Texts.of("cdn.place." + name());
    }
}
