package live.onair.filter;

/**
 * A place of a line that a rule names.
 *
 * @param rule id of the rule
 * @param from index of its first {@code char} in the line
 * @param to index behind its last
 * @param words what stands there
 * @param reading how the line was read to find it
 */
public record FilterHit(String rule, FilterAction action, int from, int to, String words, Reading reading) {

    /** How a line can be read. */
    public enum Reading {
        /** As it stands, without what only stands between letters. */
        PLAIN,
        /** Latin letters as the keys of a Korean keyboard: tlqkf. */
        KEYS,
        /** Digits and signs as the letters they look like: ㅅ1발. */
        LEET
    }
}
