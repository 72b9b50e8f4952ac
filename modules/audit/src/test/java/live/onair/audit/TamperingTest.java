package live.onair.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.sql.Row;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes sealed entries as the database's superuser, each time in another way, and looks whether it shows. */
@RoomTest
class TamperingTest {

    private static final int ENTRIES = 1203;
    private static final int BATCH = 37;
    private static final int SIZE = Integer.getInteger("onair.proof.size", 40);
    private static final long SEED = Long.getLong("onair.proof.seed", 20261123L);
    private static final List<String> COLUMNS = List.of(
            "actor_id",
            "actor_name",
            "roles",
            "source",
            "kind",
            "show_id",
            "subject",
            "facts",
            "request_id",
            "hash",
            "prev_hash");

    private static boolean written;

    @Inject
    Theatre theatre;

    @Inject
    AuditSealer sealer;

    @Inject
    DataSource dataSource;

    @Inject
    @Named("onair.audit.head")
    Path head;

    private Connection connection;
    private Random random;

    @BeforeEach
    void write() {
        if (written) {
            return;
        }
        for (int i = 0; i < ENTRIES; i++) {
            theatre.tell("s" + i % 9, "entry " + i);
            if (i % BATCH == BATCH - 1 || i == ENTRIES - 1) {
                sealer.sealNow();
            }
        }
        written = true;
    }

    /** What is done to the log, and the entry that must be named. */
    private interface Attack {
        long strike() throws SQLException;
    }

    @Test
    void every_attack_is_found_and_the_first_bad_entry_named() throws Exception {
        Map<String, Attack> attacks = attacks();
        List<String> names = List.copyOf(attacks.keySet());
        random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < SIZE; i++) {
            String name = names.get(i % names.size());
            found += strike(i, name, attacks.get(name)) ? 1 : 0;
        }
        System.out.printf(
                "PROOF|audit-tampering|%d|%d|%d of %d found, the first bad entry named%n", SIZE, SEED, found, SIZE);
        assertThat(found).isEqualTo(SIZE);
        assertThat(new AuditVerifier(dataSource::getConnection, Optional.of(new HeadFile(head)))
                        .verify()
                        .isGood())
                .as("all is as it was")
                .isTrue();
    }

    /** In a transaction that is rolled back, so that each attack meets the same log. */
    private boolean strike(int round, String name, Attack attack) throws SQLException {
        try (Connection open = dataSource.getConnection()) {
            connection = open;
            open.setAutoCommit(false);
            run("set local session_replication_role = replica");
            long expected = attack.strike();
            Verification verification = new AuditVerifier(() -> kept(open), Optional.of(new HeadFile(head))).verify();
            open.rollback();
            open.setAutoCommit(true);
            assertThat(verification.firstBad()).as("round %d: %s", round, name).isPresent();
            assertThat(verification.firstBad().orElseThrow().seq())
                    .as("round %d: %s: %s", round, name, verification)
                    .isEqualTo(expected);
            return true;
        }
    }

    private Map<String, Attack> attacks() {
        Map<String, Attack> attacks = new TreeMap<>();
        for (String column : COLUMNS) {
            attacks.put(
                    "edit " + column, () -> at(any(), "update audit.entry set " + column + " = 'x' where seq = %d"));
        }
        attacks.put("edit time", () -> at(any(), "update audit.entry set at = at + interval '1 us' where seq = %d"));
        attacks.put(
                "edit id",
                () -> at(
                        any(),
                        "alter table audit.entry alter id drop identity; update audit.entry set id = id + 5000000 where seq = %d"));
        attacks.put("edit one letter", () -> at(any(), "update audit.entry set facts = facts || ' ' where seq = %d"));
        attacks.put("delete", () -> at(any(), "delete from audit.entry where seq = %d"));
        attacks.put(
                "unseal",
                () -> at(any(), "update audit.entry set seq = null, hash = null, prev_hash = null where seq = %d"));
        attacks.put(
                "delete a stretch",
                () -> at(any(), "delete from audit.entry where seq between %1$d and %1$d + " + random.nextInt(60)));
        attacks.put("truncate", () -> at(any(), "delete from audit.entry where seq >= %d"));
        attacks.put("truncate all", () -> at(1, "delete from audit.entry"));
        attacks.put(
                "insert before",
                () -> at(
                        0,
                        "insert into audit.entry (at, actor_id, actor_name, roles, source, kind, subject, facts, seq, prev_hash,"
                                + " hash) values (now(), 'x', 'x', '', 'UI', 'x', 'x', '{}', %d, 'x', 'x')"));
        attacks.put(
                "insert after",
                () -> at(
                        ENTRIES + 1,
                        "insert into audit.entry (at, actor_id, actor_name, roles, source, kind, subject, facts, seq, prev_hash,"
                                + " hash) values (now(), 'x', 'x', '', 'UI', 'x', 'x', '{}', %d, 'x', 'x')"));
        attacks.put("swap numbers", this::swapNumbers);
        attacks.put("swap contents", this::swapContents);
        attacks.put("move", this::move);
        attacks.put("edit and hash anew", this::replace);
        attacks.put("edit and chain all anew", this::rewrite);
        return attacks;
    }

    private long any() {
        return 1 + random.nextInt(ENTRIES);
    }

    private long at(long seq, String sql) throws SQLException {
        run(String.format(sql, seq));
        return seq;
    }

    private long swapNumbers() throws SQLException {
        long one = 1 + random.nextInt(ENTRIES - 1);
        long other = one + 1 + random.nextInt((int) (ENTRIES - one));
        run("update audit.entry set seq = -1 where seq = " + one);
        run("update audit.entry set seq = " + one + " where seq = " + other);
        run("update audit.entry set seq = " + other + " where seq = -1");
        return one;
    }

    private long swapContents() throws SQLException {
        long one = 1 + random.nextInt(ENTRIES - 1);
        long other = one + 1;
        run("update audit.entry e set facts = o.facts from audit.entry o where e.seq in (" + one + ", " + other
                + ") and o.seq = " + (one + other) + " - e.seq");
        return one;
    }

    /** Takes one entry out and closes the gap. */
    private long move() throws SQLException {
        long seq = 1 + random.nextInt(ENTRIES - 1);
        run("delete from audit.entry where seq = " + seq);
        run("update audit.entry set seq = -seq where seq > " + seq);
        run("update audit.entry set seq = -seq - 1 where seq < 0");
        return seq;
    }

    private long replace() throws SQLException {
        long seq = 1 + random.nextInt(ENTRIES - 1);
        run("update audit.entry set facts = '{}' where seq = " + seq);
        hashAnew(seq);
        return seq;
    }

    /** Without the file outside nobody could tell; with it, the entry after the last head that agrees is named. */
    private long rewrite() throws SQLException {
        long from = any();
        run("update audit.entry set facts = '{}' where seq = " + from);
        for (long seq = from; seq <= ENTRIES; seq++) {
            String hash = hashAnew(seq);
            run("update audit.entry set prev_hash = '" + hash + "' where seq = " + (seq + 1));
        }
        return (from - 1) / BATCH * BATCH + 1;
    }

    private String hashAnew(long seq) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select " + Entries.COLUMNS + " from audit.entry where seq = " + seq);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            AuditRow row = Entries.read(new Row(rows));
            String hash = Entries.hash(seq, row.prevHash().orElseThrow(), row);
            run("update audit.entry set hash = '" + hash + "' where seq = " + seq);
            return hash;
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection kept(Connection open) {
        return (Connection) Proxy.newProxyInstance(
                TamperingTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(open, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void an_untouched_log_is_never_called_tampered() {
        Acting.call(Actor.ONAIR, () -> {
            Verification found = new AuditVerifier(dataSource::getConnection, Optional.of(new HeadFile(head))).verify();
            assertThat(found.sealedTo()).isEqualTo(ENTRIES);
            assertThat(found.anchoredTo()).isEqualTo(ENTRIES);
            assertThat(found.isGood()).isTrue();
            return true;
        });
    }
}
