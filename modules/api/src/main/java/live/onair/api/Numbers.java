package live.onair.api;

/** Numbers in paths. */
public final class Numbers {

    private Numbers() {}

    /** The number; -1, which nothing has, for what is none: whether somebody may act at all is decided first. */
    public static long of(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
