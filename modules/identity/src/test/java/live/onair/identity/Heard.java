package live.onair.identity;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.DomainEvent;

/** What the room has told, and who acted; only what has committed. */
@Singleton
class Heard {

    private final List<DomainEvent> told = new CopyOnWriteArrayList<>();
    private final List<Actor> actors = new CopyOnWriteArrayList<>();

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        told.add(event);
    }

    void act(@Observes DomainEvent event) {
        actors.add(Acting.actor());
    }

    void clear() {
        told.clear();
        actors.clear();
    }

    List<String> kinds() {
        return told.stream().map(DomainEvent::kind).toList();
    }

    List<DomainEvent> all() {
        return told;
    }

    List<Actor> actors() {
        return actors;
    }
}
