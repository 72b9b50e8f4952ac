package live.onair.app;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which console a command asks, and in whose words it answers: the options of all that ask one. */
final class Place {

    private static final String USUAL = "http://localhost:8080";

    /** Whose words. */
    enum Language {
        KO,
        EN
    }

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "콘솔 주소. 없으면 ONAIR_URL, 그다음 마지막으로 로그인한 콘솔, 그다음 " + USUAL,
                "the console; else ONAIR_URL, else where you signed in last, else " + USUAL
            })
    @Nullable
    String url;

    @Option(
            names = "--language",
            paramLabel = "ko|en",
            description = "언어. 없으면 LANG을 따라 영어 또는 한국어 / language, else by LANG")
    @Nullable
    Language language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "도움말 / this text")
    boolean help;

    final Logins logins = new Logins(this);

    /** The console's address, without a slash at its end. */
    String url() {
        String given = url;
        return Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(System.getenv("ONAIR_URL")).filter(text -> !text.isBlank()))
                .or(logins::latest)
                .orElse(USUAL)
                .strip()
                .replaceFirst("/+$", "");
    }

    ConsoleLine line() {
        return new ConsoleLine(url(), this);
    }

    Locale locale() {
        Language chosen = language;
        if (chosen == null) {
            String system = Optional.ofNullable(System.getenv("LANG")).orElse("");
            chosen = system.startsWith("en") ? Language.EN : Language.KO;
        }
        return chosen == Language.EN ? Locale.ENGLISH : Locale.KOREAN;
    }

    String say(String ko, String en) {
        return locale().equals(Locale.ENGLISH) ? en : ko;
    }
}
