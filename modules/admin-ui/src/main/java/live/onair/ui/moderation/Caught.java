package live.onair.ui.moderation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.chatrules.ChatRules;
import live.onair.chatrules.ChatRules.LineVerdict;
import live.onair.chatrules.ChatRules.RuleHit;
import live.onair.kernel.Outcome;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.chatrules.RuleNames;

/** What the rules of now name in a line that waits: marked where it stands, and why in the rules' own words. */
final class Caught {

    private static final int MOST = 500;

    private final ChatRules rules;
    private final String show;
    private final Map<Long, List<RuleHit>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<RuleHit>> eldest) {
            return size() > MOST;
        }
    };

    Caught(ChatRules rules, String show) {
        this.rules = rules;
        this.show = show;
    }

    private List<RuleHit> hits(ChatLine line) {
        return known.computeIfAbsent(line.number(), number -> {
            Outcome<LineVerdict> verdict = rules.test(show, line.text());
            return verdict instanceof Outcome.Done<LineVerdict> done
                    ? done.value().hits()
                    : List.of();
        });
    }

    /** The line, with what was named in it marked. */
    Span words(ChatLine line) {
        String text = line.text();
        BitSet named = new BitSet(text.length());
        for (RuleHit hit : hits(line)) {
            for (int at = text.indexOf(hit.words());
                    at >= 0;
                    at = text.indexOf(hit.words(), at + hit.words().length())) {
                named.set(at, at + hit.words().length());
            }
        }
        Span words = Parts.text("", "tx");
        for (int at = 0; at < text.length(); ) {
            boolean is = named.get(at);
            int end = is ? named.nextClearBit(at) : named.nextSetBit(at);
            String part = text.substring(at, end < 0 || end > text.length() ? text.length() : end);
            words.getElement().appendChild(is ? new Element("mark").setText(part) : Element.createText(part));
            at += part.length();
        }
        return words;
    }

    /** Why: the notes of the rules that name something in it, else the rules that did when it was said. */
    Div why(ChatLine line) {
        String notes = hits(line).stream()
                .map(hit -> RuleNames.of(hit.rule(), hit.note()))
                .distinct()
                .collect(Collectors.joining(" · "));
        if (notes.isEmpty()) {
            return LineRow.rules(line);
        }
        Div why = Parts.box("c2 t12");
        why.setText(Texts.of("moderation.rule", notes));
        why.getElement().setAttribute("title", String.join(", ", line.rules()));
        return why;
    }
}
