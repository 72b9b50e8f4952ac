package live.onair.ui.adreview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import live.onair.claims.ClaimEvidence;
import live.onair.claims.ClaimFinding;
import live.onair.claims.ClaimGroup;
import live.onair.claims.ClaimLevel;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Small parts of claim checks. */
final class ClaimParts {

    /** So many letters stand before and after the words that were found. */
    private static final int AROUND = 40;

    private ClaimParts() {}

    static Span level(ClaimLevel level) {
        return switch (level) {
            case BANNED -> Parts.state("fault", "fault", Texts.of("claims.banned"));
            case PROOF -> Parts.state("warn", "warn", Texts.of("claims.proof"));
            case CAUTION -> Parts.state("scheduled", "question", Texts.of("claims.caution"));
        };
    }

    static String group(ClaimGroup group) {
        return Texts.pick(group.ko(), group.en());
    }

    /** The words in their text, marked. */
    static Div marked(String text, ClaimFinding finding) {
        int from = Math.max(0, Math.min(finding.from(), text.length()));
        int to = Math.max(from, Math.min(finding.to(), text.length()));
        int begin = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        Span words = Parts.text(text.substring(from, to), "on-claim-words");
        return Parts.box(
                "t13 on-claim-text",
                Parts.text((begin > 0 ? "…" : "") + text.substring(begin, from)),
                words,
                Parts.text(text.substring(to, end) + (end < text.length() ? "…" : "")));
    }

    /** What it says, why, what would allow it and what to say instead. */
    static Div about(ClaimFinding finding) {
        String allowed = finding.allowedBy().isEmpty()
                ? Texts.of("claims.never")
                : Texts.of(
                        "claims.allowedBy",
                        finding.allowedBy().stream()
                                .sorted()
                                .map(ClaimParts::kind)
                                .collect(Collectors.joining(", ")));
        return Parts.box(
                "col on-claim-about",
                Parts.text(Texts.of("claims.instead", finding.rewording()), "t13", "b"),
                Parts.text(allowed, "t12", "c2"),
                Parts.text(finding.basis() + " · " + finding.rule(), "t12", "c3"));
    }

    /** A finding without the text it stands in. */
    static Div line(ClaimFinding finding) {
        Div line = Parts.box(
                "on-claim",
                Parts.box(
                        "row on-wrap",
                        level(finding.level()),
                        Parts.text(group(finding.group()), "b", "t13"),
                        Parts.text(finding.words(), "on-claim-words", "t13")),
                about(finding));
        line.getElement().setAttribute("data-finding", finding.rule());
        return line;
    }

    static String kind(ClaimEvidence.Kind kind) {
        return Texts.pick(kind.ko(), kind.en());
    }
}
