package live.onair.pins;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.kernel.Outcome;
import live.onair.sql.Facts;

/** Why something was refused, in both languages, as it is kept in one column. */
final class Words {

    private Words() {}

    static String of(Outcome<?> outcome) {
        return Facts.write(Map.of("ko", in(outcome, Locale.KOREAN), "en", in(outcome, Locale.ENGLISH)));
    }

    private static String in(Outcome<?> outcome, Locale language) {
        return outcome.why().stream().map(reason -> reason.sentence(language)).collect(Collectors.joining(" "));
    }
}
