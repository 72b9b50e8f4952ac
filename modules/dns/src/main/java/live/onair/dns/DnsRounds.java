package live.onair.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.work.WorkQueue;

/** Begins the looking at names when the console starts, and goes on with what was under way. */
@Singleton
public class DnsRounds {

    private final WorkQueue queue;
    private final NameBook names;
    private final ChangeBook changes;

    @Inject
    DnsRounds(WorkQueue queue, NameBook names, ChangeBook changes) {
        this.queue = queue;
        this.names = names;
        this.changes = changes;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        names.list().forEach(name -> queue.put(new LookAtName(name.name())));
        changes.running().forEach(change -> queue.put(new ApplyRecords(change)));
    }
}
