package live.onair.claims;

import java.util.Set;

/**
 * Words that a rule found.
 *
 * @param rule id of the rule
 * @param group what kind of claim it is
 * @param level how grave it is
 * @param words the words as they stand in the text
 * @param from where they begin, in UTF-16 units
 * @param to behind their last
 * @param basis the text of law or guidance it rests on
 * @param allowedBy any of these would allow it; empty means nothing does
 * @param rewording what may be said instead
 */
public record ClaimFinding(
        String rule,
        ClaimGroup group,
        ClaimLevel level,
        String words,
        int from,
        int to,
        String basis,
        Set<ClaimEvidence.Kind> allowedBy,
        String rewording) {

    /** Keeps the kinds of evidence unchangeable. */
    public ClaimFinding {
        allowedBy = Set.copyOf(allowedBy);
    }
}
