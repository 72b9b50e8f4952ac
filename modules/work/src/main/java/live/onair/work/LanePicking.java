package live.onair.work;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/**
 * Claims due rows: due by the injected clock, alive by the database's, only types this node knows, and only keys nobody
 * is working on, so that waiting for a key costs nothing.
 */
final class LanePicking extends PostgreSqlJdbcCustomization {

    private static final String CLAIM = """
            with due as (
                select t.task_name, t.task_instance from work.scheduled_tasks t
                where not t.picked and t.execution_time <= ? and t.task_name = any(?)
                  and not exists (select 1 from work.lane l
                      where l.type = t.task_name and l.key = t.lane and l.until > clock_timestamp())
                order by t.execution_time
                for update skip locked limit ?)
            update work.scheduled_tasks s
            set picked = true, picked_by = ?, last_heartbeat = clock_timestamp(), version = s.version + 1
            from due where s.task_name = due.task_name and s.task_instance = due.task_instance
            returning s.*
            """;

    private final Clock clock;
    private final String node;
    private final String[] types;

    LanePicking(Clock clock, String node, Collection<String> types) {
        super(false, false);
        this.clock = clock;
        this.node = node;
        this.types = types.toArray(String[]::new);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant ignored, int limit, boolean byPriority) {
        return context.jdbcRunner.query(
                CLAIM,
                statement -> {
                    statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                    statement.setArray(2, statement.getConnection().createArrayOf("text", types));
                    statement.setInt(3, limit);
                    statement.setString(4, node);
                },
                context.resultSetMapper.get());
    }
}
