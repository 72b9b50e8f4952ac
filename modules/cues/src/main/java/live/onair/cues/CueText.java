package live.onair.cues;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** Texts of a sheet before they are kept. They are read aloud and shown as they are: what nobody can see is refused. */
enum CueText {
    TITLE("코너 이름", "name", 60, false, true),
    HOST("진행자", "host", 40, false, false),
    LINES("멘트", "lines", 4_000, true, false),
    CAPTION("자막", "caption", 80, false, true),
    NOTE("메모", "note", 1_000, true, false),
    MESSAGE("메시지", "message", 300, true, false);

    /** All control characters but a new line and a tab, and what turns the direction of what follows it. */
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\p{Cc}&&[^\n\t]]|[\\u200B\\u200C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern MARKUP = Pattern.compile("<[/!?a-zA-Z][^>]*>?");

    private final String ko;
    private final String en;
    final int max;
    private final boolean lines;
    /** Whether viewers get it: a caption, or the name of a chapter. */
    private final boolean told;

    CueText(String ko, String en, int max, boolean lines, boolean told) {
        this.ko = ko;
        this.en = en;
        this.max = max;
        this.lines = lines;
        this.told = told;
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
        } else if (told && MARKUP.matcher(text).find()) {
            wrong.add(about(CueRefusal.TEXT_MARKUP, title));
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
