package live.onair.work;

/**
 * Does work of one type. Runs at least once, maybe twice: what it does outside must be found again by reading back.
 * Never holds a transaction across a call to the outside. A {@link live.onair.kernel.CloudException} is tried again by
 * its fault, any other exception as a defect; what does not come right becomes stuck work that ops see.
 *
 * @param <W> the work record
 */
public interface WorkHandler<W extends Work> {

    /** The record this handler does. */
    Class<W> type();

    /** Does the work, acting as Onair itself; says what comes next. */
    Next handle(W work);
}
