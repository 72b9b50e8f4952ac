package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import live.onair.claims.ClaimEvidence;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What proves what is said of a product: test reports and examinations, each with the day until which it counts. */
@Singleton
@Transactional
@Guarded
public class Evidence {

    private final EvidenceBook book;

    @Inject
    Evidence(EvidenceBook book) {
        this.book = book;
    }

    /**
     * A document to be kept.
     *
     * @param file PDF, PNG or JPEG, told by its content
     * @param validUntil the last day on which it counts, in Seoul; null for ever
     * @param proves what may be said of the product because of it; null for nothing yet
     */
    public record NewEvidence(
            @Nullable String title,
            @Nullable String fileName,
            byte @Nullable [] file,
            @Nullable LocalDate validUntil,
            @Nullable List<ClaimEvidence.Kind> proves) {

        /** A document of which nobody has said yet what it proves. */
        public NewEvidence(
                @Nullable String title,
                @Nullable String fileName,
                byte @Nullable [] file,
                @Nullable LocalDate validUntil) {
            this(title, fileName, file, validUntil, null);
        }
    }

    /** Whether a document counts today. */
    public enum Standing {
        /** It does. */
        VALID,
        /** It does, for thirty days at most. */
        EXPIRING,
        /** It no longer does. */
        EXPIRED
    }

    /** A document that is kept, without its content. */
    public record EvidenceRow(
            String id,
            String product,
            String title,
            String fileName,
            String type,
            int bytes,
            String digest,
            @Nullable LocalDate validUntil,
            Standing standing,
            List<ClaimEvidence.Kind> proves,
            Instant addedAt,
            String addedBy) {}

    /** The content of a document. */
    public record EvidenceFile(String name, String type, byte[] content) {}

    /** The documents of a product, those that run out first before the others. */
    @AllowedTo
    public List<EvidenceRow> of(String product) {
        return book.of(product);
    }

    /** What is in a document. */
    @AllowedTo
    public Optional<EvidenceFile> file(String id) {
        return book.file(id);
    }

    /** Keeps a document. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "evidence.add", ko = "증빙 추가", en = "Add evidence")
    public Outcome<EvidenceRow> add(String product, NewEvidence wanted) {
        return book.add(product, wanted);
    }

    /** Takes a document away; that it was there stays in the history. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "evidence.remove", ko = "증빙 빼기", en = "Remove evidence", danger = Action.Danger.CAREFUL)
    public Outcome<String> remove(String id) {
        return book.remove(id);
    }
}
