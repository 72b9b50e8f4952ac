package live.onair.kernel;

/**
 * A named reason why a command was not carried out. Each room has one enum of them. The sentences may hold named facts
 * in braces, and after them both forms of a particle ({@link Korean}): {@code "{holder}이(가) 이미 쓰고 있습니다."}.
 */
public interface Refusal {

    /** The constant's name; stable, part of the API. */
    String name();

    /** The sentence in Korean. */
    String ko();

    /** The sentence in English. */
    String en();

    /** The reason with its facts, given as name, value, name, value. */
    default Reason with(Object... facts) {
        return Reason.of(this, facts);
    }
}
