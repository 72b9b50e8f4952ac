package live.onair.work;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the room has told after its commits. */
@Singleton
class News {

    private final List<WorkEvent> told = new CopyOnWriteArrayList<>();

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkEvent event) {
        told.add(event);
    }

    void clear() {
        told.clear();
    }

    List<String> kinds() {
        return told.stream().map(WorkEvent::kind).toList();
    }
}
