package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * What the migrations make is what db/golden-schema.txt says: a change of the schema is seen in the review. Written anew
 * with {@code -Donair.golden=write}.
 */
class GoldenSchemaTest {

    private static final Path GOLDEN = Path.of(System.getProperty("onair.home", "../.."), "db", "golden-schema.txt");

    private static final String SCHEMA = """
            select line from (
              select format('%s.%s %s %s%s%s', n.nspname, c.relname, a.attname,
                       format_type(a.atttypid, a.atttypmod),
                       case when a.attnotnull then ' not null' else '' end,
                       coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
               where c.relkind = 'r'
              union all
              select format('%s.%s constraint %s %s', n.nspname, r.relname, k.conname, pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_namespace n on n.oid = r.relnamespace
              union all
              select format('%s.%s index %s', i.schemaname, i.tablename, i.indexdef)
                from pg_indexes i
              union all
              select format('%s.%s trigger %s', n.nspname, r.relname, pg_get_triggerdef(t.oid))
                from pg_trigger t join pg_class r on r.oid = t.tgrelid join pg_namespace n on n.oid = r.relnamespace
               where not t.tgisinternal
            ) all_lines
            where line ~
                '^(work|audit|identity|scheduling|planning|monitors|simulcast|cues|products|pins|offers|orders|analytics|webhooks|clips|games|gifts|reminders|promises|disputes|shops|adreview|inventory|moderation|chatrules|questions|replays|cdn|dns|api)[.]'
            order by line collate "C"
            """;

    @Test
    void the_migrations_make_the_golden_schema() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File(System.getProperty("java.io.tmpdir"), "onair-pg-binaries"))
                .setDataDirectory(Path.of("target", "golden-postgres"))
                .setCleanDataDirectory(true)
                .start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            Flyway.configure()
                    .dataSource(url, "postgres", "postgres")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            List<String> found = lines(postgres.getPostgresDatabase().getConnection());
            if ("write".equals(System.getProperty("onair.golden"))) {
                Files.write(GOLDEN, found);
            }
            assertThat(found).hasSizeGreaterThan(100).isEqualTo(Files.readAllLines(GOLDEN));
        }
    }

    private static List<String> lines(Connection connection) throws Exception {
        List<String> found = new ArrayList<>();
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMA)) {
            while (rows.next()) {
                found.add(rows.getString(1).replaceAll("\\s+", " "));
            }
        }
        return found;
    }
}
