package live.onair.kernel;

import java.util.Optional;

/**
 * Something that has happened, told inside the transaction in which it happened. Implemented by records; the event log
 * keeps each record's components as the facts, and adds who and when.
 */
public interface DomainEvent {

    /** The show it is about, if it is about one. */
    default Optional<String> aboutShow() {
        return Optional.empty();
    }

    /** The thing it is about: a show, channel, account or token id. */
    String subject();

    /** Stable name, the sealed family's word and the record's: {@code show.WentOnAir}. */
    default String kind() {
        Class<?> family = getClass().getEnclosingClass();
        String name = getClass().getSimpleName();
        if (family == null) {
            return name;
        }
        String word = family.getSimpleName().replaceFirst("Event$", "");
        return word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1) + "." + name;
    }
}
