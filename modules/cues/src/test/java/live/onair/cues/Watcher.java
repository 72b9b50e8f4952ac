package live.onair.cues;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A room above: hears what is due. */
@Singleton
class Watcher {

    final List<CueEvent.Due> due = new CopyOnWriteArrayList<>();

    void due(@Observes CueEvent.Due event) {
        due.add(event);
    }
}
