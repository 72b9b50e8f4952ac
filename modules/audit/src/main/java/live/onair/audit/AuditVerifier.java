package live.onair.audit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import live.onair.sql.Row;

/** Computes the whole chain again, page by page, and compares it with the head file. Needs no server: see main. */
public final class AuditVerifier {

    private static final int PAGE = 1000;

    /** Where a connection comes from. */
    public interface Connections {
        /** An open connection, closed by the verifier. */
        Connection open() throws SQLException;
    }

    private final Connections connections;
    private final Optional<HeadFile> heads;

    /** Checks the log behind these connections against these heads. */
    public AuditVerifier(Connections connections, Optional<HeadFile> heads) {
        this.connections = connections;
        this.heads = heads;
    }

    /** What is found. The head file is read as it was before the table, so a sealer at work does no harm. */
    public Verification verify() {
        ChainCheck check = new ChainCheck();
        try (HeadFile.Lines lines =
                        heads.orElseGet(() -> new HeadFile(Path.of(""))).open();
                Connection connection = connections.open()) {
            check.expect(lines);
            long after = Long.MIN_VALUE;
            List<AuditRow> page;
            do {
                page = page(connection, after);
                page.forEach(check::next);
                after = page.isEmpty() ? after : page.get(page.size() - 1).seq().orElseThrow();
            } while (page.size() == PAGE && check.isGoodSoFar());
            return check.result(unsealed(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("event log: " + e.getMessage(), e);
        }
    }

    private static List<AuditRow> page(Connection connection, long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + Entries.COLUMNS + " from audit.entry where seq > ? order by seq limit " + PAGE)) {
            statement.setLong(1, after);
            try (ResultSet rows = statement.executeQuery()) {
                List<AuditRow> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(Entries.read(new Row(rows)));
                }
                return page;
            }
        }
    }

    private static long unsealed(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select count(*) from audit.entry where seq is null");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The command line: JDBC address and head file; prints a Korean and an English line; 0 good, 1 bad, 2 no answer. */
    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 2) {
            out.println("사용법: verify <JDBC 주소> <머리 파일>");
            out.println("usage: verify <JDBC address> <head file>");
            return 2;
        }
        try {
            HeadFile heads = new HeadFile(Path.of(arguments[1]));
            Verification found =
                    new AuditVerifier(() -> DriverManager.getConnection(arguments[0]), Optional.of(heads)).verify();
            out.println(found.sentence(Locale.KOREAN));
            out.println(found.sentence(Locale.ENGLISH));
            return found.isGood() ? 0 : 1;
        } catch (IllegalStateException e) {
            out.println("이벤트 기록을 확인할 수 없습니다: " + e.getMessage());
            out.println("The event log cannot be checked: " + e.getMessage());
            return 2;
        }
    }

    /** See {@link #run}. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }
}
