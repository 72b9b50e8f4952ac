package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.claims.ClaimEvidence;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.Evidence.EvidenceRow;
import live.onair.products.Evidence.Standing;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Evidence}. Works inside the caller's transaction. */
@Singleton
class EvidenceBook {

    static final int MOST_MEGABYTES = 5;
    private static final int MOST = 20;
    private static final int SOON_DAYS = 30;
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Words.Field TITLE = new Words.Field("title", "증빙 이름", "Title", 100);
    private static final Words.Field FILE = new Words.Field("fileName", "파일 이름", "File name", 200);
    private static final String SELECT =
            "select id, product_id, title, file_name, file_type, length(content) bytes, digest, valid_until, proves, added_at,"
                    + " added_by from products.evidence where removed_at is null and ";

    private final Statements sql;
    private final Clock clock;
    private final Event<ProductEvent> events;

    @Inject
    EvidenceBook(Statements sql, Clock clock, Event<ProductEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SEOUL);
    }

    List<EvidenceRow> of(String product) {
        return sql.list(SELECT + "product_id = ? order by valid_until nulls last, id", this::read, product);
    }

    private Optional<EvidenceRow> find(String id) {
        return sql.one(SELECT + "id = ?", this::read, id);
    }

    Optional<Evidence.EvidenceFile> file(String id) {
        return sql.one(
                "select file_name, file_type, encode(content, 'hex') content from products.evidence"
                        + " where removed_at is null and id = ?",
                row -> new Evidence.EvidenceFile(
                        row.text("file_name"),
                        row.text("file_type"),
                        HexFormat.of().parseHex(row.text("content"))),
                id);
    }

    private EvidenceRow read(Row row) throws SQLException {
        LocalDate until = row.maybeText("valid_until").map(LocalDate::parse).orElse(null);
        return new EvidenceRow(
                row.text("id"),
                row.text("product_id"),
                row.text("title"),
                row.text("file_name"),
                row.text("file_type"),
                row.number("bytes"),
                row.text("digest"),
                until,
                standing(until),
                row.texts("proves").stream().map(ClaimEvidence.Kind::valueOf).toList(),
                row.instant("added_at"),
                row.text("added_by"));
    }

    private Standing standing(@Nullable LocalDate until) {
        if (until == null || until.isAfter(today().plusDays(SOON_DAYS))) {
            return Standing.VALID;
        }
        return until.isBefore(today()) ? Standing.EXPIRED : Standing.EXPIRING;
    }

    Outcome<EvidenceRow> add(String product, Evidence.NewEvidence wanted) {
        List<Reason> wrong = new ArrayList<>();
        String title = Words.line(TITLE, wanted.title(), true, wrong);
        String name = Words.line(FILE, wanted.fileName(), true, wrong);
        byte[] file = Objects.requireNonNullElse(wanted.file(), new byte[0]);
        String type = type(file, wrong);
        String digest = digest(file);
        LocalDate until = wanted.validUntil();
        if (until != null && until.isBefore(today())) {
            wrong.add(EvidenceRefusal.DAY_PAST.with("field", "validUntil", "day", until));
        }
        room(product, digest, wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String id = keep(new Kept(product, title, name, type, digest, until, proves(wanted)), file);
        events.fire(new ProductEvent.EvidenceAdded(product, id, title, digest));
        return Outcome.done(find(id).orElseThrow());
    }

    private record Kept(
            String product,
            String title,
            String name,
            String type,
            String digest,
            @Nullable LocalDate until,
            List<String> proves) {}

    private static List<String> proves(Evidence.NewEvidence wanted) {
        List<ClaimEvidence.Kind> kinds = Objects.requireNonNullElse(wanted.proves(), List.of());
        return kinds.stream().distinct().map(Enum::name).toList();
    }

    private String keep(Kept kept, byte[] file) {
        return sql.one(
                        "insert into products.evidence (id, product_id, title, file_name, file_type, digest, content,"
                                + " valid_until, proves, added_at, added_by) values ('EV-' || lpad(nextval("
                                + "'products.evidence_number')::text, 4, '0'), ?, ?, ?, ?, ?, ?, cast(? as date), ?, ?, ?)"
                                + " returning id",
                        row -> row.text("id"),
                        kept.product(),
                        kept.title(),
                        kept.name(),
                        kept.type(),
                        kept.digest(),
                        file,
                        kept.until() == null ? null : kept.until().toString(),
                        kept.proves(),
                        clock.instant(),
                        Acting.actor().name())
                .orElseThrow();
    }

    private void room(String product, String digest, List<Reason> wrong) {
        boolean there = sql.one("select 1 from products.product where id = ? for update", row -> true, product)
                .isPresent();
        if (!there) {
            wrong.add(ProductRefusal.NO_SUCH_PRODUCT.with("id", product));
            return;
        }
        List<EvidenceRow> kept = of(product);
        kept.stream()
                .filter(row -> row.digest().equals(digest))
                .findFirst()
                .ifPresent(row -> wrong.add(EvidenceRefusal.SAME_FILE.with("title", row.title())));
        if (kept.size() >= MOST) {
            wrong.add(EvidenceRefusal.MANY.with("max", MOST));
        }
    }

    /** What it is by its first bytes: a name says nothing. */
    private static String type(byte[] file, List<Reason> wrong) {
        if (file.length == 0) {
            wrong.add(EvidenceRefusal.NO_FILE.with("field", "file"));
        } else if (file.length > MOST_MEGABYTES * 1024 * 1024) {
            wrong.add(EvidenceRefusal.FILE_LARGE.with("field", "file", "most", MOST_MEGABYTES));
        } else if (begins(file, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        } else if (begins(file, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        } else if (begins(file, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        } else {
            wrong.add(EvidenceRefusal.FILE_TYPE.with("field", "file"));
        }
        return "";
    }

    private static boolean begins(byte[] file, int... first) {
        boolean same = file.length > first.length;
        for (int i = 0; same && i < first.length; i++) {
            same = (file[i] & 0xFF) == first[i];
        }
        return same;
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Outcome<String> remove(String id) {
        EvidenceRow there = find(id).orElse(null);
        if (there == null) {
            return Outcome.refused(EvidenceRefusal.NO_SUCH_EVIDENCE.with("id", id));
        }
        sql.run("update products.evidence set removed_at = ? where id = ?", clock.instant(), id);
        events.fire(new ProductEvent.EvidenceRemoved(there.product(), id, there.title(), there.digest()));
        return Outcome.done(id);
    }
}
