package live.onair.cues;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** Texts of a sheet before they are kept. They are read aloud and shown as they are: what nobody can see is refused. */
enum CueText {
    TITLE("코너 이름", "name", 60, false),
    HOST("진행자", "host", 40, false),
    LINES("멘트", "lines", 4_000, true),
    CAPTION("자막", "caption", 80, false),
    NOTE("메모", "note", 1_000, true),
    MESSAGE("메시지", "message", 300, true);

    /** All control characters but a new line and a tab, and what turns the direction of what follows it. */
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\p{Cc}&&[^\n\t]]|[\\u200B\\u200C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private final String ko;
    private final String en;
    final int max;
    private final boolean lines;

    CueText(String ko, String en, int max, boolean lines) {
        this.ko = ko;
        this.en = en;
        this.max = max;
        this.lines = lines;
    }

    /** The text as it may be kept; adds what is wrong with it. */
    String read(@Nullable String given, String title, List<Reason> wrong) {
        String text = given == null
                ? ""
                : Normalizer.normalize(given.replace("\r\n", "\n"), Normalizer.Form.NFC)
                        .strip();
        if (text.codePointCount(0, text.length()) > max) {
            wrong.add(about(CueRefusal.TEXT_LONG, title));
        } else if (HIDDEN.matcher(text).find() || !lines && text.indexOf('\n') >= 0) {
            wrong.add(about(CueRefusal.TEXT_HIDDEN, title));
        }
        return text;
    }

    private Reason about(CueRefusal why, String title) {
        return why.with("title", shown(title), "fieldKo", ko, "fieldEn", en, "max", max, "field", en);
    }

    static String shown(String title) {
        return title.length() > 60 ? title.substring(0, 60) + "…" : title;
    }
}
