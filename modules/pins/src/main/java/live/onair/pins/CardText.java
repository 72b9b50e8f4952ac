package live.onair.pins;

import java.util.List;
import live.onair.kernel.Reason;
import live.onair.pins.CardRows.CardKind;
import live.onair.sheets.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The words of a card, if they may be kept. Answers may have lines.
 *
 * @param question empty for a notice
 * @param text the notice, or the answer
 */
record CardText(String question, String text) {

    private static final int NOTICE = 100;
    private static final int QUESTION = 100;
    private static final int ANSWER = 500;

    static CardText of(CardKind kind, @Nullable String question, @Nullable String text, List<Reason> wrong) {
        boolean notice = kind == CardKind.NOTICE;
        return new CardText(
                notice ? "" : line(new Field("question", "질문", "The question", QUESTION), question, wrong),
                notice
                        ? line(new Field("text", "공지", "The notice", NOTICE), text, wrong)
                        : line(new Field("text", "답", "The answer", ANSWER), text, wrong));
    }

    private record Field(String code, String ko, String en, int max) {
        Reason refused(CardRefusal why, int length) {
            return why.with("field", code, "fieldKo", ko, "fieldEn", en, "max", max, "length", length);
        }
    }

    private static String line(Field field, @Nullable String given, List<Reason> wrong) {
        String text = PlainText.clean(given).replace("\r\n", "\n");
        boolean lines = field.max() == ANSWER;
        if (text.isEmpty()) {
            wrong.add(field.refused(CardRefusal.MISSING, 0));
        } else if (text.length() > field.max()) {
            wrong.add(field.refused(CardRefusal.LONG, text.length()));
        } else if (PlainText.isMarkup(lines ? text.replace("\n", "") : text)) {
            wrong.add(field.refused(CardRefusal.MARKUP, text.length()));
        }
        return text;
    }
}
