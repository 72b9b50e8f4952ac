package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import live.onair.inventory.QuotaRows.Demand;
import live.onair.inventory.spi.Quota;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of the account's quotas. Works inside the caller's transaction. */
@Singleton
class QuotaShelf {

    private final Statements sql;

    @Inject
    QuotaShelf(Statements sql) {
        this.sql = sql;
    }

    /** What became of the last reading. */
    record Reading(@Nullable Instant at, @Nullable String words) {
        static final Reading NEVER = new Reading(null, null);
    }

    /** These and no others, from now on. */
    void keep(List<Quota> all, Instant now) {
        sql.run("delete from inventory.quota");
        all.forEach(this::keep);
        sql.run("update inventory.account set quotas_at = ?, quota_words = null", now);
    }

    private void keep(Quota quota) {
        sql.run(
                "insert into inventory.quota (word, backend, demand, each, code, most, own, used, holders)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                quota.word(),
                quota.backend(),
                quota.demand(),
                quota.each(),
                quota.limit().code(),
                quota.limit().most(),
                quota.limit().own(),
                quota.used(),
                quota.holders());
    }

    /** They could not be read: what was read before stays. */
    void failed(String words) {
        sql.run("update inventory.account set quota_words = ?", words);
    }

    Reading reading() {
        return sql.one(
                        "select quotas_at, quota_words from inventory.account",
                        row -> new Reading(row.instantOrNull("quotas_at"), row.textOrNull("quota_words")))
                .orElse(Reading.NEVER);
    }

    List<Quota> all() {
        return sql.list("select * from inventory.quota order by word", QuotaShelf::quota);
    }

    private static Quota quota(Row row) throws SQLException {
        return new Quota(
                row.text("word"),
                row.text("backend"),
                Demand.valueOf(row.text("demand")),
                row.number("each"),
                new Quota.Limit(row.textOrNull("code"), row.isNull("most") ? null : row.big("most"), row.isTrue("own")),
                row.big("used"),
                row.texts("holders"));
    }
}
