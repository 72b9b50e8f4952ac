package live.onair.app;

/** What a value must look like. */
enum Kind {
    TEXT,
    SECRET,
    NUMBER,
    POOL,
    PORT,
    FLAG,
    DURATION,
    PATH,
    URL,
    /** To be read at each start, or none. */
    FILE,
    ORIGINS,
    /** An address of the web without a query, or none. */
    ADDRESS
}
