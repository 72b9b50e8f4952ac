package live.onair.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import live.onair.sql.Statements;

/** The rows of the list and the leases on its keys. Every write names the version it read: a late node changes nothing. */
@Singleton
@Transactional
class WorkStore {

    /** The time of a row that waits for a person. */
    static final Instant PARKED = Instant.parse("9999-12-31T00:00:00Z");

    static final String MINE = " where task_name = ? and task_instance = ? and version = ? and picked";
    private static final String WAITING_TWIN = twin("");
    private static final String OTHER_TWIN = twin(" and task_instance <> ?");

    private final Statements sql;
    private final Hold hold;
    private final Wire wire = new Wire();

    @Inject
    WorkStore(Statements sql, Hold hold) {
        this.sql = sql;
        this.hold = hold;
    }

    void put(Work work, Instant due) {
        String type = Wire.nameOf(work.getClass());
        String key = work.key();
        if (key.isBlank()) {
            throw new IllegalArgumentException(type + " needs a key");
        }
        byte[] data = wire.serialize(work);
        int coalesced = sql.run(
                "update work.scheduled_tasks set execution_time = least(execution_time, ?), task_data = ?"
                        + WAITING_TWIN,
                due,
                data,
                type,
                key);
        if (coalesced == 0) {
            sql.run(
                    "insert into work.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked,"
                            + " version) values (?, ?, ?, ?, false, 1)",
                    type,
                    key + "~" + UUID.randomUUID(),
                    data,
                    due);
        }
    }

    /** The fence of the taken key; empty when the row is no longer ours or the key is busy, then the row waits on. */
    Optional<Long> take(Execution row, String node) {
        Claim claim = Claim.of(row, 0);
        boolean ours = sql.one(
                        "select 1 from work.scheduled_tasks" + MINE + " for update",
                        r -> true,
                        claim.type(),
                        claim.instance(),
                        claim.version())
                .isPresent();
        if (!ours) {
            return Optional.empty();
        }
        Optional<Long> fence = sql.one("""
                insert into work.lane as l (type, key, holder, fence, since, until)
                values (?, ?, ?, nextval('work.fence'), clock_timestamp(), clock_timestamp() + interval '10 seconds')
                on conflict (type, key) do update set holder = excluded.holder, fence = excluded.fence,
                    since = excluded.since, until = excluded.until where l.until <= clock_timestamp()
                returning fence
                """, r -> r.big("fence"), claim.type(), claim.key(), node);
        if (fence.isEmpty()) {
            hold.unpick(row);
        }
        return fence;
    }

    void release(Claim claim) {
        sql.run(
                "delete from work.lane where type = ? and key = ? and fence = ?",
                claim.type(),
                claim.key(),
                claim.fence());
    }

    /** Whether the row was still ours. What else is parked for the same key has become pointless. */
    boolean remove(Claim claim) {
        boolean ours =
                sql.run("delete from work.scheduled_tasks" + MINE, claim.type(), claim.instance(), claim.version())
                        == 1;
        if (ours) {
            sql.run(
                    "delete from work.scheduled_tasks where task_name = ? and lane = ? and not picked"
                            + " and execution_time = ?",
                    claim.type(),
                    claim.key(),
                    PARKED);
        }
        return ours;
    }

    /** Puts the row back for later, or melts it into one that was put meanwhile. Whether the row was still ours. */
    boolean again(Claim claim, Instant at) {
        int back = sql.run(
                "update work.scheduled_tasks set execution_time = ?, picked = false, picked_by = null,"
                        + " last_heartbeat = null, version = version + 1" + MINE,
                at,
                claim.type(),
                claim.instance(),
                claim.version());
        if (back == 0) {
            return false;
        }
        int melted = sql.run(
                "update work.scheduled_tasks set execution_time = least(execution_time, ?)" + OTHER_TWIN,
                at,
                claim.type(),
                claim.key(),
                claim.instance());
        if (melted == 1) {
            sql.run(
                    "delete from work.scheduled_tasks where task_name = ? and task_instance = ?",
                    claim.type(),
                    claim.instance());
        }
        return true;
    }

    private static String twin(String but) {
        return " where (task_name, task_instance) = (select task_name, task_instance from work.scheduled_tasks"
                + " where task_name = ? and lane = ? and not picked" + but
                + " order by execution_time limit 1 for update skip locked)";
    }

    /**
     * A row this node is working on.
     *
     * @param fence the number of the lease on its key
     */
    record Claim(String type, String instance, String key, long version, long fence) {
        static Claim of(Execution row, long fence) {
            String instance = row.taskInstance.getId();
            String key = instance.substring(0, instance.length() - 37);
            return new Claim(row.taskInstance.getTaskName(), instance, key, row.version, fence);
        }
    }
}
