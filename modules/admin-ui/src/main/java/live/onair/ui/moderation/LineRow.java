package live.onair.ui.moderation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import live.onair.moderation.ModerationRows;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.chatrules.RuleNames;

/** A line as moderators see it: when, who, what, and what became of it in words. */
public final class LineRow {

    private LineRow() {}

    /** Draws it into its button, which chooses it. */
    static void draw(NativeButton row, ChatLine line, boolean chosen) {
        row.removeAll();
        row.addClassName("msg");
        row.setClassName("focus", chosen);
        row.setClassName("held", line.state() == LineState.HELD);
        row.setClassName("gone", line.state() != LineState.SHOWN && line.state() != LineState.HELD);
        row.setClassName("staff", ModerationRows.isStaff(line));
        row.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        Span words = words(line);
        row.add(Parts.text(Times.seconds(line.at()), "tm"), words);
    }

    /** What became of it, who said it and what. */
    public static Span words(ChatLine line) {
        Span words = new Span();
        if (line.state() != LineState.SHOWN) {
            words.add(Parts.text(word(line), "tag", line.state() == LineState.HELD ? "w" : "f"));
        }
        if (ModerationRows.isStaff(line)) {
            words.add(Parts.text(Texts.of("announce.title"), "tag"));
        }
        words.add(Parts.text(line.name(), "nm"), Parts.text(line.text(), "tx"));
        return words;
    }

    /** What became of it, and by whom. */
    static String word(ChatLine line) {
        String word = Texts.of("moderation.state." + line.state().name());
        return line.by() == null ? word : word + " · " + line.by();
    }

    /** The rules that named something in it; nothing where none did. */
    static Div rules(ChatLine line) {
        Div rules = Parts.box("c2 t12");
        if (!line.rules().isEmpty()) {
            String names = line.rules().stream()
                    .map(rule -> RuleNames.of(rule, ""))
                    .distinct()
                    .collect(Collectors.joining(", "));
            rules.setText(Texts.of("moderation.rule", names));
        }
        return rules;
    }
}
