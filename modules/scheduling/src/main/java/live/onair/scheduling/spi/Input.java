package live.onair.scheduling.spi;

/** The two inputs of a channel: each has stream keys of its own, and both may be connected at once. */
public enum Input {
    /** The primary one. */
    A,
    /** The backup. */
    B
}
