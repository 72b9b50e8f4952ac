package live.onair.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import live.onair.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** Who made a show what it is, and who approved what. */
@Embeddable
class ShowReview {

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_name")
    private String createdName;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_name")
    private String changedName;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_name")
    private @Nullable String approvedName;

    @Column(name = "approved_terms")
    private @Nullable String approvedTerms;

    @Column(name = "review_comment")
    private @Nullable String comment;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected ShowReview() {}

    @SuppressWarnings("NullAway.Init")
    ShowReview(Actor by, Instant now) {
        createdAt = now;
        createdBy = by.id();
        createdName = by.name();
        changedBy(by, now);
    }

    final void changedBy(Actor by, Instant now) {
        changedAt = now;
        changedBy = by.id();
        changedName = by.name();
    }

    void approvedBy(Actor by, Instant now, String terms) {
        approvedAt = now;
        approvedBy = by.id();
        approvedName = by.name();
        approvedTerms = terms;
        comment = null;
    }

    void sentBack(String why) {
        comment = why;
    }

    void submitted() {
        comment = null;
    }

    boolean wasLastChangedBy(Actor actor) {
        return changedBy.equals(actor.id());
    }

    String changedName() {
        return changedName;
    }

    @Nullable
    String approvedTerms() {
        return approvedTerms;
    }
}
