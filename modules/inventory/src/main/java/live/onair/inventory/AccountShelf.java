package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.spi.CloudAccount.State;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** The rows of the account and of what it holds. Works inside the caller's transaction. */
@Singleton
class AccountShelf {

    private static final String ACCOUNT = "aws";

    private final Statements sql;

    @Inject
    AccountShelf(Statements sql) {
        this.sql = sql;
    }

    /** A resource with what it is known by here. */
    record Kept(String id, Resource thing, Instant seenAt) {}

    /** Short and stable: the ARN has characters that an address does not take. */
    static String idOf(String arn) {
        return "AR-" + Ids.digest(arn).substring(0, 12);
    }

    Optional<AccountState> account() {
        List<Archive.Rule> rules =
                sql.list("select * from inventory.archive_rule order by position", AccountShelf::rule);
        return sql.one("select * from inventory.account where id = ?", row -> account(row, rules), ACCOUNT);
    }

    private static Archive.Rule rule(Row row) throws SQLException {
        return new Archive.Rule(
                row.text("prefix"),
                row.textOrNull("moves_to"),
                row.numberOrNull("moves_days"),
                row.numberOrNull("gone_days"),
                row.textOrNull("copied_to"));
    }

    /** These rules and no others, from now on. */
    void keep(Archive archive, Instant now) {
        sql.run("delete from inventory.archive_rule");
        int position = 0;
        for (Archive.Rule rule : archive.rules()) {
            sql.run(
                    "insert into inventory.archive_rule (position, prefix, moves_to, moves_days, gone_days, copied_to)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    position++,
                    rule.prefix(),
                    rule.movesTo(),
                    rule.movesAfterDays(),
                    rule.goneAfterDays(),
                    rule.copiedTo());
        }
        sql.run(
                "update inventory.account set bucket = ?, archive_at = ?, archive_words = null where id = ?",
                archive.bucket(),
                now,
                ACCOUNT);
    }

    /** They could not be read: what was read before stays. */
    void archiveFailed(String words) {
        sql.run("update inventory.account set archive_words = ? where id = ?", words, ACCOUNT);
    }

    private static AccountState account(Row row, List<Archive.Rule> rules) throws SQLException {
        return new AccountState(
                row.isTrue("enabled"),
                row.maybeText("account").orElse(null),
                row.text("region"),
                row.text("env"),
                row.isTrue("read_only"),
                row.maybeText("fault").map(CloudFault::valueOf).orElse(null),
                row.maybeText("words").orElse(null),
                row.instant("looked_at"),
                row.instantOrNull("counted_at"),
                new Archive(
                        row.textOrNull("bucket"),
                        rules,
                        row.instantOrNull("archive_at"),
                        row.textOrNull("archive_words")));
    }

    /** Keeps who we are; when all was last read stays. */
    void keep(State state, Instant now) {
        sql.run(
                "insert into inventory.account (id, enabled, account, region, env, read_only, fault, words, looked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set enabled = excluded.enabled,"
                        + " account = excluded.account, region = excluded.region, env = excluded.env,"
                        + " read_only = excluded.read_only, fault = excluded.fault, words = excluded.words,"
                        + " looked_at = excluded.looked_at",
                ACCOUNT,
                state.enabled(),
                state.account(),
                state.region(),
                state.env(),
                state.readOnly(),
                state.fault(),
                state.words(),
                now);
    }

    /** Keeps all there is; what is not in it is gone, but for what is just being cleared away: its parts may be left. */
    void keep(List<Resource> all, Instant now) {
        all.forEach(thing -> keep(thing, now));
        sql.run(
                "delete from inventory.resource r where seen_at < ? and not exists (select 1 from inventory.removal m"
                        + " where m.resource_id = r.id and m.state = 'WAITING')",
                now);
        sql.run("update inventory.account set counted_at = ? where id = ?", now, ACCOUNT);
    }

    private void keep(Resource thing, Instant now) {
        Map<String, String> tags = new TreeMap<>(thing.tags());
        sql.run(
                "insert into inventory.resource (id, arn, service, kind, handle, name, state, running, billing, ours,"
                        + " channel_id, use_of, tag_keys, tag_values, seen_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                        + " handle = excluded.handle, name = excluded.name, state = excluded.state,"
                        + " running = excluded.running, billing = excluded.billing, ours = excluded.ours,"
                        + " channel_id = excluded.channel_id, use_of = excluded.use_of, tag_keys = excluded.tag_keys,"
                        + " tag_values = excluded.tag_values, seen_at = excluded.seen_at",
                idOf(thing.arn()),
                thing.arn(),
                thing.service(),
                thing.kind(),
                thing.handle(),
                thing.name(),
                thing.state(),
                thing.running(),
                thing.billing(),
                thing.ours(),
                thing.channel(),
                thing.use(),
                tags.keySet(),
                tags.values(),
                now);
    }

    List<Kept> all() {
        return sql.list("select * from inventory.resource order by service, kind, name, id", AccountShelf::kept);
    }

    private static Kept kept(Row row) throws SQLException {
        List<String> keys = row.texts("tag_keys");
        List<String> values = new ArrayList<>(row.texts("tag_values"));
        Map<String, String> tags = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            tags.put(keys.get(i), values.get(i));
        }
        Resource thing = new Resource(
                row.text("arn"),
                row.text("service"),
                row.text("kind"),
                row.text("handle"),
                row.text("name"),
                row.text("state"),
                row.isTrue("running"),
                Billing.valueOf(row.text("billing")),
                row.isTrue("ours"),
                row.maybeText("channel_id").orElse(null),
                row.maybeText("use_of").orElse(null),
                tags);
        return new Kept(row.text("id"), thing, row.instant("seen_at"));
    }
}
