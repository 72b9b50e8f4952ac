package live.onair.chatrules.spi;

/** Where lines are judged by the rules. Outgoing port: called by this room's work handler only, never inside a transaction. */
public interface ChatJudges {

    /** Whether this installation judges lines at all. */
    boolean isHere();

    /**
     * From when this returns on every line is judged by these rules, also after a restart of where that is done. Idempotent.
     *
     * @param pack JSON in the writing of {@link live.onair.filter.FilterRules}; rules of one show stand below {@code shows}
     *     under its id
     * @throws live.onair.kernel.CloudException on any trouble
     */
    void judgeBy(String pack);
}
