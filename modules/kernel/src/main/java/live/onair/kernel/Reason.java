package live.onair.kernel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Why a command was refused: the refusal and the facts of this case.
 *
 * @param refusal the named reason
 * @param facts what the sentence names: the holder, the limit, the time
 */
public record Reason(Refusal refusal, Map<String, Object> facts) {

    private static final DateTimeFormatter SEOUL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Seoul"));

    /** Keeps the facts in their order and unchangeable. */
    public Reason {
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A reason with facts given as name, value, name, value. */
    public static Reason of(Refusal refusal, Object... facts) {
        if (facts.length % 2 != 0) {
            throw new IllegalArgumentException("facts come in pairs");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            named.put((String) facts[i], facts[i + 1]);
        }
        return new Reason(refusal, named);
    }

    /** The stable code: the refusal's name. */
    public String code() {
        return refusal.name();
    }

    /** The sentence in the reader's language, Korean unless they read English; instants as the clocks of Seoul show them. */
    public String sentence(Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        String text = english ? refusal.en() : refusal.ko();
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", words(fact.getValue(), english));
        }
        return english ? text : Korean.fitted(text);
    }

    private static String words(Object fact, boolean english) {
        return fact instanceof Instant at ? SEOUL.format(at) + (english ? " KST" : "") : String.valueOf(fact);
    }
}
