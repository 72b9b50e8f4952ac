package live.onair.webhooks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.webhooks.WebhookRows.Because;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.WebhookRows.EndpointState;

/** What is read of endpoints. Works inside the caller's transaction. */
@Singleton
class EndpointShelf {

    private static final String READ =
            "select e.*, (select count(*) from webhooks.delivery d where d.endpoint_id = e.id and d.state = 'WAITING') waiting"
                    + " from webhooks.endpoint e where e.state <> 'REMOVED'";

    private final Statements sql;

    @Inject
    EndpointShelf(Statements sql) {
        this.sql = sql;
    }

    List<Endpoint> list() {
        return sql.list(READ + " order by e.made_at, e.id", EndpointShelf::read);
    }

    Optional<Endpoint> find(String id) {
        return sql.one(READ + " and e.id = ?", EndpointShelf::read, id);
    }

    /** Nobody else changes it meanwhile. */
    Optional<Endpoint> lock(String id) {
        sql.one("select id from webhooks.endpoint where id = ? for update", row -> row.text("id"), id);
        return find(id);
    }

    private static Endpoint read(Row row) throws SQLException {
        String ko = row.textOrNull("because_ko");
        String en = row.textOrNull("because_en");
        return new Endpoint(
                row.text("id"),
                row.text("name"),
                row.text("url"),
                row.texts("kinds").stream().map(WebhookKind::valueOf).toList(),
                row.text("mark"),
                row.instantOrNull("old_until"),
                EndpointState.valueOf(row.text("state")),
                ko == null || en == null ? null : new Because(ko, en),
                row.instantOrNull("failing_since"),
                row.big("waiting"),
                row.instant("made_at"),
                row.text("made_by"));
    }
}
