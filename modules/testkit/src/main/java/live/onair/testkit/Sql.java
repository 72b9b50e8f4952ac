package live.onair.testkit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into and changes the test's database behind the room's back, as a database superuser. */
@Singleton
public class Sql {

    private final DataSource dataSource;

    /** Uses the running test's database. */
    @Inject
    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs a statement in a transaction of its own; gives the number of rows. */
    public int run(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of all rows, as text. */
    public List<String> column(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the only row, as text. */
    public String one(String sql) {
        List<String> found = column(sql);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " rows: " + sql);
        }
        return found.get(0);
    }
}
