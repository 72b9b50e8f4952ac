package live.onair.games;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.TreeMap;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/** Deletes what winners left to be reached by, once its days are over. */
@Singleton
class PurgeContactsHandler implements WorkHandler<PurgeContactsHandler.PurgeContacts> {

    private final Purging purging;

    @Inject
    PurgeContactsHandler(Purging purging) {
        this.purging = purging;
    }

    /** Delete what is due. */
    record PurgeContacts() implements Work {
        @Override
        public String key() {
            return "contacts";
        }
    }

    @Override
    public Class<PurgeContacts> type() {
        return PurgeContacts.class;
    }

    @Override
    public Next handle(PurgeContacts work) {
        Instant later = purging.purge();
        return later == null ? Next.done() : Next.at(later);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Purging {

        private final ContactBook contacts;
        private final GameShelf shelf;
        private final Event<GameEvent> events;

        @Inject
        Purging(ContactBook contacts, GameShelf shelf, Event<GameEvent> events) {
            this.contacts = contacts;
            this.shelf = shelf;
            this.events = events;
        }

        /** When the next are due; null for never. */
        public @Nullable Instant purge() {
            TreeMap<String, Integer> gone = new TreeMap<>();
            contacts.purge().forEach(game -> gone.merge(game, 1, Integer::sum));
            gone.forEach((id, count) -> events.fire(new GameEvent.Purged(shelf.showOf(id), id, count)));
            return contacts.next().orElse(null);
        }
    }
}
