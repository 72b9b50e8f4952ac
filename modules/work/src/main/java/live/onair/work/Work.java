package live.onair.work;

/**
 * Something to be done later or outside: an imperative record ({@code ReconcileChannel}) whose components are kept as
 * JSON. Simple component types only: text, numbers, booleans, instants, durations, enums.
 */
public interface Work {

    /** What it is about. Work of one type with one key is done one after the other, and put twice waits once. */
    String key();
}
