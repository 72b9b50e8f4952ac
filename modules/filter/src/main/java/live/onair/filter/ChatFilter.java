package live.onair.filter;

/** Rules made ready: says of each line what becomes of it. Immutable and thread-safe; a new pack is a new filter. */
public final class ChatFilter {

    /** No line is longer; what is longer is refused before it gets here. */
    public static final int LONGEST = 2_000;

    private static final ThreadLocal<Desk> DESKS = ThreadLocal.withInitial(Desk::new);

    private final FilterRules pack;
    private final Words words;
    private final Expressions expressions;

    /** Makes these rules ready. */
    public ChatFilter(FilterRules pack) {
        this.pack = pack;
        this.words = new Words(pack);
        this.expressions = new Expressions(pack.rules());
    }

    /** The rules it goes by. */
    public FilterRules rules() {
        return pack;
    }

    /**
     * What becomes of the line.
     *
     * @throws IllegalArgumentException for one longer than {@link #LONGEST}
     */
    public FilterVerdict check(String line) {
        if (line.length() > LONGEST) {
            throw new IllegalArgumentException("a line of " + line.length() + " letters; at most " + LONGEST);
        }
        Hits hits = DESKS.get().read(line, words);
        expressions.find(line, hits);
        return hits.verdict();
    }
}
