package live.onair.cdn;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears what is told of presses that mend. */
@Singleton
class MendNews {

    final List<CdnEvent.OfMend> heard = new CopyOnWriteArrayList<>();

    void told(@Observes CdnEvent.OfMend event) {
        heard.add(event);
    }
}
