package live.onair.pins;

import java.util.Locale;
import java.util.Map;
import live.onair.kernel.Outcome;
import live.onair.sql.Facts;

/** Why something was refused, in both languages, as it is kept in one column. */
final class Words {

    private Words() {}

    static String of(Outcome<?> outcome) {
        return Facts.write(Map.of("ko", outcome.sentence(Locale.KOREAN), "en", outcome.sentence(Locale.ENGLISH)));
    }
}
