package live.onair.promises;

import java.time.Instant;
import java.util.Optional;
import live.onair.kernel.DomainEvent;
import live.onair.promises.PromiseRows.PromiseKind;

/** What happens to promises, told inside the transaction in which it happens. The subject is the promise. */
public sealed interface PromiseEvent extends DomainEvent {

    /** The show in which it was made. */
    String show();

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** Viewers were promised something. */
    record Made(String show, String subject, String name, String price, PromiseKind how, String words, Instant until)
            implements PromiseEvent {}

    /** It binds until another day. */
    record Prolonged(String show, String subject, String name, Instant from, Instant to) implements PromiseEvent {}

    /** It was taken back. */
    record Withdrawn(String show, String subject, String name, String because) implements PromiseEvent {}

    /** It binds again. */
    record Restored(String show, String subject, String name) implements PromiseEvent {}

    /** It is, or would be, sold for less; {@code where} is the show, or the catalogue. */
    record Undercut(String show, String subject, String name, String where, String price) implements PromiseEvent {}
}
