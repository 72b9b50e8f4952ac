package live.onair.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import live.onair.sql.Statements;

/**
 * What this node holds, in single statements that need no transaction: they also run on threads of the scheduler's own,
 * which the container does not know.
 */
@Singleton
class Hold {

    private final Statements sql;

    @Inject
    Hold(Statements sql) {
        this.sql = sql;
    }

    void renew(Collection<Long> fences) {
        sql.run("update work.lane set until = clock_timestamp() + interval '10 seconds' where fence = any(?)", (Object)
                fences.toArray(Long[]::new));
    }

    /** Gives a row back as it was; its time stays. */
    void unpick(Execution row) {
        sql.run(
                "update work.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                        + " version = version + 1" + WorkStore.MINE,
                row.taskInstance.getTaskName(),
                row.taskInstance.getId(),
                row.version);
    }

    /** Crash-only: what this node held when it died is free again, at once. */
    void forgetNode(String node) {
        sql.run("delete from work.lane where holder = ?", node);
        sql.run(
                "update work.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                        + " version = version + 1 where picked and picked_by = ?",
                node);
    }

    Instant databaseTime() {
        return sql.one("select clock_timestamp() as t", r -> r.instant("t")).orElseThrow();
    }
}
