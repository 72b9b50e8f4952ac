package live.onair.filter;

/** What becomes of a line, the mildest first. */
public enum FilterAction {
    /** It is delivered. */
    ALLOW,
    /** It is delivered, and moderators see that it was noticed. */
    FLAG,
    /** It is delivered with what was found starred out. */
    MASK,
    /** It waits for a moderator. */
    HOLD,
    /** It is not delivered. */
    BLOCK
}
