package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.ProductRows.Seller;
import live.onair.products.ProductRows.SellerField;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** The rows behind {@link Sellers}. Works inside the caller's transaction. */
@Singleton
class SellerBook {

    private static final String SELECT = "select s.*, (select count(*) from products.product p where p.seller_id = s.id"
            + " and p.archived_at is null) products from products.seller s ";

    private final Statements sql;
    private final Clock clock;
    private final Event<ProductEvent> events;

    @Inject
    SellerBook(Statements sql, Clock clock, Event<ProductEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    List<Seller> list(boolean archived) {
        return sql.list(
                SELECT + "where (s.archived_at is not null) = ? order by s.name, s.id", SellerBook::read, archived);
    }

    Optional<Seller> find(String id) {
        return sql.one(SELECT + "where s.id = ?", SellerBook::read, id);
    }

    /** Whether the seller is there to sell; stays so until this transaction ends. */
    void sells(String id, List<Reason> wrong) {
        Optional<Boolean> archived = sql.one(
                "select archived_at from products.seller where id = ? for share",
                row -> !row.isNull("archived_at"),
                id);
        if (archived.isEmpty()) {
            wrong.add(ProductRefusal.NO_SUCH_SELLER.with("field", "seller", "id", id));
        } else if (archived.get()) {
            wrong.add(ProductRefusal.ARCHIVED.with("field", "seller", "name", id));
        }
    }

    private Outcome<Seller> lock(String id) {
        return sql.one(SELECT + "where s.id = ? for update of s", SellerBook::read, id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ProductRefusal.NO_SUCH_SELLER.with("id", id)));
    }

    Outcome<Seller> add(Sellers.SellerTerms wanted) {
        List<Reason> wrong = new ArrayList<>();
        Map<SellerField, String> kept = SellerCheck.read(wanted, wrong);
        alone("", kept, wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String id = sql.one(
                        "select nextval('products.seller_number') n",
                        row -> String.format(Locale.ROOT, "SL-%03d", row.big("n")))
                .orElseThrow();
        sql.run(
                "insert into products.seller (id, version, name, representative, address, phone, email, business_number,"
                        + " mail_order, changed_at, changed_by) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(kept, id, true));
        events.fire(new ProductEvent.SellerAdded(id, text(kept, SellerField.NAME)));
        return Outcome.done(find(id).orElseThrow());
    }

    private Object[] values(Map<SellerField, String> kept, String id, boolean first) {
        List<Object> values = new ArrayList<>();
        for (SellerField field : SellerField.values()) {
            values.add(text(kept, field));
        }
        values.add(clock.instant());
        values.add(Acting.actor().name());
        values.add(first ? 0 : values.size(), id);
        return values.toArray();
    }

    private static String text(Map<SellerField, String> kept, SellerField field) {
        return Objects.requireNonNullElse(kept.get(field), "");
    }

    /** Nobody else has the name or the number. */
    private void alone(String id, Map<SellerField, String> kept, List<Reason> wrong) {
        String number = text(kept, SellerField.BUSINESS_NUMBER);
        String name = text(kept, SellerField.NAME);
        sql.list(
                        "select name, business_number from products.seller where archived_at is null and id <> ?"
                                + " and (lower(name) = lower(?) or (business_number = ? and business_number <> ''))",
                        row -> row.text("business_number").equals(number) && !number.isEmpty()
                                ? ProductRefusal.BUSINESS_NUMBER_TAKEN.with(
                                        "field", "businessNumber", "name", row.text("name"))
                                : ProductRefusal.SELLER_NAME_TAKEN.with("field", "name", "name", row.text("name")),
                        id,
                        name,
                        number)
                .forEach(wrong::add);
    }

    Outcome<Seller> change(String id, Sellers.Change wanted) {
        return lock(id).then(before -> {
            if (wanted.version() != null && wanted.version() != before.version()) {
                return Outcome.refused(
                        ProductRefusal.STALE.with("expected", wanted.version(), "version", before.version()));
            }
            if (before.archived()) {
                return Outcome.refused(ProductRefusal.ARCHIVED.with("name", before.name()));
            }
            List<Reason> wrong = new ArrayList<>();
            Map<SellerField, String> kept = SellerCheck.read(wanted.terms(), wrong);
            alone(id, kept, wrong);
            return wrong.isEmpty() ? change(before, kept) : Outcome.refused(wrong);
        });
    }

    private Outcome<Seller> change(Seller before, Map<SellerField, String> kept) {
        Map<SellerField, String> was = fields(before);
        Map<String, String> differences = new LinkedHashMap<>();
        kept.forEach((field, value) -> {
            if (!value.equals(was.get(field))) {
                differences.put(SellerCheck.code(field), was.get(field) + " -> " + value);
            }
        });
        if (differences.isEmpty()) {
            return Outcome.refused(ProductRefusal.NOTHING.with());
        }
        sql.run(
                "update products.seller set name = ?, representative = ?, address = ?, phone = ?, email = ?,"
                        + " business_number = ?, mail_order = ?, changed_at = ?, changed_by = ?, version = version + 1"
                        + " where id = ?",
                values(kept, before.id(), false));
        events.fire(new ProductEvent.SellerChanged(before.id(), text(kept, SellerField.NAME), differences));
        return Outcome.done(find(before.id()).orElseThrow());
    }

    Outcome<Seller> archive(String id, boolean away) {
        return lock(id).then(before -> {
            if (before.archived() == away) {
                return Outcome.done(before);
            }
            if (away && before.products() > 0) {
                return Outcome.refused(
                        ProductRefusal.SELLER_SELLS.with("name", before.name(), "count", before.products()));
            }
            List<Reason> wrong = new ArrayList<>();
            if (!away) {
                alone(id, fields(before), wrong);
            }
            return wrong.isEmpty() ? put(before, away) : Outcome.refused(wrong);
        });
    }

    private Outcome<Seller> put(Seller before, boolean away) {
        sql.run(
                "update products.seller set changed_at = ?, changed_by = ?, version = version + 1,"
                        + " archived_at = cast(? as timestamptz) where id = ?",
                clock.instant(),
                Acting.actor().name(),
                away ? clock.instant() : null,
                before.id());
        events.fire(
                away
                        ? new ProductEvent.SellerArchived(before.id(), before.name())
                        : new ProductEvent.SellerRestored(before.id(), before.name()));
        return Outcome.done(find(before.id()).orElseThrow());
    }

    private static Map<SellerField, String> fields(Seller seller) {
        Map<SellerField, String> fields = new EnumMap<>(SellerField.class);
        fields.put(SellerField.NAME, seller.name());
        fields.put(SellerField.REPRESENTATIVE, seller.representative());
        fields.put(SellerField.ADDRESS, seller.address());
        fields.put(SellerField.PHONE, seller.phone());
        fields.put(SellerField.EMAIL, seller.email());
        fields.put(SellerField.BUSINESS_NUMBER, seller.businessNumber());
        fields.put(SellerField.MAIL_ORDER, seller.mailOrder());
        return fields;
    }

    private static Seller read(Row row) throws SQLException {
        Seller bare = new Seller(
                row.text("id"),
                row.number("version"),
                row.text("name"),
                row.text("representative"),
                row.text("address"),
                row.text("phone"),
                row.text("email"),
                row.text("business_number"),
                row.text("mail_order"),
                List.of(),
                row.number("products"),
                !row.isNull("archived_at"),
                row.text("changed_by"),
                row.instant("changed_at"));
        return bare.with(SellerCheck.missing(fields(bare)));
    }
}
