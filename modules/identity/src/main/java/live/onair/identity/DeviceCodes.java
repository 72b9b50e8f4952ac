package live.onair.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Locale;
import live.onair.kernel.Ids;

/**
 * Codes that people copy from one screen to another: 8 of 20 consonants (RFC 8628, 6.1), so that nothing is mistaken for
 * something else and no word comes about by accident.
 */
@Singleton
class DeviceCodes {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    /** The largest multiple of the letters within a byte: beyond it some letters would come more often. */
    private static final int FAIR = 256 / LETTERS.length() * LETTERS.length();

    private final Ids ids;

    @Inject
    DeviceCodes(Ids ids) {
        this.ids = ids;
    }

    /** A new one, without its hyphen. */
    String next() {
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            for (byte drawn : HexFormat.of().parseHex(ids.secret(2 * LENGTH))) {
                int number = drawn & 0xff;
                if (number < FAIR && code.length() < LENGTH) {
                    code.append(LETTERS.charAt(number % LETTERS.length()));
                }
            }
        }
        return code.toString();
    }

    /** As it is shown: in two halves. */
    static String shown(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** As somebody typed it: in any case, with or without its hyphen. */
    static String typed(String given) {
        return given.length() > 40 ? "" : given.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
