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
    ORIGINS,
    SHOP
}
