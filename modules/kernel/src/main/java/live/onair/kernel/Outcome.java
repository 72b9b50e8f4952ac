package live.onair.kernel;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of a command: done, or refused with reasons. A refused command has changed nothing: {@link Guard} rolls
 * its whole transaction back.
 *
 * @param <T> what a done command gives
 */
public sealed interface Outcome<T> {

    /** The command was carried out. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The command was not carried out; nothing has changed. */
    record Refused<T>(List<Reason> reasons) implements Outcome<T> {
        /** Refuses a refusal without a reason. */
        public Refused {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
            reasons = List.copyOf(reasons);
        }
    }

    /** Done, with its result. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** Refused for these reasons. */
    static <T> Outcome<T> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }

    /** Refused for these reasons. */
    static <T> Outcome<T> refused(List<Reason> reasons) {
        return new Refused<>(reasons);
    }

    /** Whether the command was carried out. */
    default boolean isDone() {
        return this instanceof Done;
    }

    /** The reasons; empty when done. */
    default List<Reason> why() {
        return this instanceof Refused<T> refused ? refused.reasons() : List.of();
    }

    /** The reasons as one text in this language; empty when done. */
    default String sentence(Locale language) {
        return why().stream().map(reason -> reason.sentence(language)).collect(Collectors.joining(" "));
    }

    /** The result; fails with all the English sentences when refused. */
    default T orThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new NoSuchElementException(sentence(Locale.ENGLISH));
    }

    /** The same outcome with another result. */
    default <R> Outcome<R> map(Function<T, R> change) {
        return this instanceof Done<T> done ? done(change.apply(done.value())) : refused(why());
    }

    /** Goes on with another command when this one was done. */
    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return this instanceof Done<T> done ? next.apply(done.value()) : refused(why());
    }
}
