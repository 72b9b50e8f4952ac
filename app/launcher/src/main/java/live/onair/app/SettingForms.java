package live.onair.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** What the values of settings look like. */
final class SettingForms {

    private static final String ORIGIN = "https?://[A-Za-z0-9*.-]+(:\\d{1,5})?";

    private SettingForms() {}

    /** Whether a value of this kind can be used; an empty text only where there is a usual one. */
    static boolean accepts(Kind kind, boolean hasUsual, String value) {
        return switch (kind) {
            case TEXT, SECRET, PATH -> hasUsual || !value.isBlank();
            case NUMBER -> value.matches("\\d{1,15}");
            // fewer would leave a command waiting for the connection it needs for its record
            case POOL -> value.matches("\\d{1,3}") && Integer.parseInt(value) >= 8 && Integer.parseInt(value) <= 500;
            case PORT -> value.matches("\\d{1,5}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= 65_535;
            case FLAG -> value.equals("true") || value.equals("false");
            case DURATION -> isDuration(value);
            case URL -> isUrl(value);
            case ADDRESS -> value.isBlank() || isPlain(value);
            case FILE -> value.isBlank() || Files.isReadable(Path.of(value.strip()));
            // they become part of a Content-Security-Policy
            case ORIGINS -> value.isBlank() || value.matches(ORIGIN + "( *, *" + ORIGIN + ")*");
        };
    }

    private static boolean isDuration(String value) {
        try {
            return !Duration.parse(value).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isPlain(String value) {
        return isUrl(value) && value.matches("[^?#@\\s]{1,500}");
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
