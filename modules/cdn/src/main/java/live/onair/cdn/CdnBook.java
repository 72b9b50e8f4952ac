package live.onair.cdn;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Capability;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.cdn.Cdns.CdnTerms;
import live.onair.cdn.Cdns.Door;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** The rows of CDNs. Works inside the caller's transaction. */
@Singleton
class CdnBook {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,29}";

    private static final Duration DOOR = Duration.ofMinutes(1);

    private final Statements sql;
    private final Clock clock;
    private final CdnAdapters adapters;
    private final Event<CdnEvent> events;

    @Inject
    CdnBook(Statements sql, Clock clock, CdnAdapters adapters, Event<CdnEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.adapters = adapters;
        this.events = events;
    }

    List<Cdn> list() {
        Map<String, List<CdnPrice>> prices = sql
                .list(
                        "select * from cdn.price order by cdn_id, from_gb",
                        row -> Map.entry(row.text("cdn_id"), price(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return sql.list(
                "select * from cdn.cdn order by retired, id",
                row -> cdn(row, prices.getOrDefault(row.text("id"), List.of())));
    }

    Optional<Cdn> find(String id) {
        return list().stream().filter(cdn -> cdn.id().equals(id)).findFirst();
    }

    private static CdnPrice price(Row row) throws SQLException {
        return new CdnPrice(
                row.big("from_gb"),
                CdnText.plain(new BigDecimal(row.text("won_per_gb"))),
                row.text("source"),
                LocalDate.parse(row.text("as_of")));
    }

    private static Cdn cdn(Row row, List<CdnPrice> prices) throws SQLException {
        return new Cdn(
                row.text("id"),
                row.text("name"),
                Audience.valueOf(row.text("audience")),
                row.texts("regions"),
                row.text("base_url"),
                row.textOrNull("health_url"),
                row.numberOrNull("capacity_mbps"),
                row.texts("capabilities").stream().map(Capability::valueOf).toList(),
                TokenScheme.valueOf(row.text("tokens")),
                row.isNull("commitment_gb") ? null : Long.valueOf(row.big("commitment_gb")),
                prices,
                row.isTrue("retired"),
                row.number("version"),
                row.text("changed_by"),
                row.instant("changed_at"));
    }

    Outcome<Cdn> add(String id, CdnTerms terms) {
        List<Reason> wrong = new ArrayList<>();
        if (!id.matches(ID)) {
            wrong.add(CdnRefusal.ID.with("field", "id"));
        }
        CdnText text = CdnText.of(terms, wrong);
        key(id, text, wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        int added = sql.run(
                "insert into cdn.cdn (id, name, audience, regions, base_url, capabilities, tokens, retired, version,"
                        + " changed_by, changed_at) values (?, '', 'GLOBAL', '{}', '', '{}', 'NONE', false, 0, '', now())"
                        + " on conflict (id) do nothing",
                id);
        if (added == 0) {
            return Outcome.refused(CdnRefusal.TAKEN.with("cdn", id, "field", "id"));
        }
        write(id, text);
        events.fire(new CdnEvent.Added(id, text.name(), text.baseUrl()));
        return Outcome.done(find(id).orElseThrow());
    }

    String signed(String cdn, String show, String address) {
        return adapters.signer().signed(cdn, show, address);
    }

    /** Whether the CDN must refuse who has no token, and that was not looked at lately. */
    boolean isDoorDue(String cdn) {
        return adapters.signer().signs(cdn)
                && sql.one(
                                "select 1 from cdn.door where cdn_id = ? and at > ?",
                                row -> true,
                                cdn,
                                clock.instant().minus(DOOR))
                        .isEmpty();
    }

    void keepDoor(String cdn, int status) {
        sql.run(
                "insert into cdn.door (cdn_id, status, at) values (?, ?, ?)"
                        + " on conflict (cdn_id) do update set status = excluded.status, at = excluded.at",
                cdn,
                status,
                clock.instant());
    }

    /** Of each CDN that is not retired. */
    List<Door> doors() {
        Map<String, Door> seen = new HashMap<>();
        sql.list(
                "select * from cdn.door",
                row -> seen.put(
                        row.text("cdn_id"),
                        new Door(row.text("cdn_id"), true, row.number("status"), row.instant("at"))));
        AddressSigner signer = adapters.signer();
        return list().stream()
                .filter(cdn -> !cdn.retired())
                .map(cdn -> signer.signs(cdn.id())
                        ? seen.getOrDefault(cdn.id(), new Door(cdn.id(), true, null, null))
                        : new Door(cdn.id(), false, null, null))
                .toList();
    }

    /** What it signs by must be told before it is said to sign. */
    private void key(String id, CdnText text, List<Reason> wrong) {
        if ((text.tokens() == TokenScheme.QUERY_HMAC || text.tokens() == TokenScheme.SIGNED_URL)
                && !adapters.signer().signs(id)) {
            wrong.add(CdnRefusal.NO_KEY.with("cdn", id, "field", "tokens"));
        }
    }

    private void write(String id, CdnText text) {
        sql.run(
                "update cdn.cdn set name = ?, audience = ?, regions = ?, base_url = ?, health_url = ?, capacity_mbps = ?,"
                        + " capabilities = ?, tokens = ?, commitment_gb = ?, version = version + 1, changed_by = ?,"
                        + " changed_at = ? where id = ?",
                text.name(),
                text.audience(),
                text.regions(),
                text.baseUrl(),
                text.healthUrl(),
                text.capacityMbps(),
                text.capabilities().stream().map(Enum::name).toList(),
                text.tokens(),
                text.commitmentGb(),
                Acting.actor().name(),
                clock.instant(),
                id);
        sql.run("delete from cdn.price where cdn_id = ?", id);
        text.prices()
                .forEach(price -> sql.run(
                        "insert into cdn.price (cdn_id, from_gb, won_per_gb, source, as_of) values (?, ?, ?, ?, ?::date)",
                        id,
                        price.fromGb(),
                        price.wonPerGb(),
                        price.source(),
                        price.asOf().toString()));
    }

    Outcome<Cdn> change(String id, CdnTerms terms) {
        return locked(id).then(before -> {
            List<Reason> wrong = new ArrayList<>();
            CdnText text = CdnText.of(terms, wrong);
            key(id, text, wrong);
            Map<String, String> fields = Facts.since(CdnText.of(before).facts(), text.facts());
            if (terms.version() != null && terms.version() != before.version()) {
                wrong.add(CdnRefusal.STALE.with());
            } else if (wrong.isEmpty() && fields.isEmpty()) {
                wrong.add(CdnRefusal.AS_IT_IS.with());
            }
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            write(id, text);
            events.fire(new CdnEvent.Changed(id, fields));
            return Outcome.done(find(id).orElseThrow());
        });
    }

    Outcome<Cdn> retire(String id, boolean away) {
        return locked(id).then(cdn -> {
            if (cdn.retired() == away) {
                return Outcome.refused(CdnRefusal.AS_IT_IS.with());
            }
            List<String> used = sql.list(
                    "select branch from cdn.weight where cdn_id = ? and policy = (select max(number) from cdn.policy)"
                            + " order by branch",
                    row -> row.text("branch"),
                    id);
            if (!used.isEmpty()) {
                return Outcome.refused(CdnRefusal.IN_USE.with("cdn", id, "branches", String.join(", ", used)));
            }
            sql.run(
                    "update cdn.cdn set retired = ?, version = version + 1, changed_by = ?, changed_at = ? where id = ?",
                    away,
                    Acting.actor().name(),
                    clock.instant(),
                    id);
            events.fire(away ? new CdnEvent.Retired(id) : new CdnEvent.Returned(id));
            return Outcome.done(find(id).orElseThrow());
        });
    }

    private Outcome<Cdn> locked(String id) {
        sql.one("select 1 from cdn.cdn where id = ? for update", row -> true, id);
        return find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(CdnRefusal.NO_CDN.with("cdn", id)));
    }
}
