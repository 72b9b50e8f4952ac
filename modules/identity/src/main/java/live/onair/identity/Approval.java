package live.onair.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import live.onair.identity.IdentityRows.ApprovalState;
import live.onair.kernel.Actor;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** One request for a second person's yes, bound to the digest of what is to be done. */
@Entity(name = "Approval")
@Table(schema = "identity", name = "approval")
class Approval {

    @Id
    private String id;

    private String kind;
    private String subject;
    private String digest;
    private String why;
    private String approvers;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_by_name")
    private String askedByName;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private ApprovalState state;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_by_name")
    private @Nullable String decidedByName;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String comment;

    @Column(name = "consumed_at")
    private @Nullable Instant consumedAt;

    @Version
    private int version;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Approval() {}

    Approval(String id, Approvals.Ask ask, Actor asker, Instant now) {
        this.id = id;
        this.kind = ask.kind();
        this.subject = ask.subject();
        this.digest = ask.digest();
        this.why = ask.why().strip();
        this.approvers = RoleList.text(ask.approvers());
        this.askedBy = asker.id();
        this.askedByName = asker.name();
        this.askedAt = now;
        this.expiresAt = now.plus(ask.lasts());
        this.state = ApprovalState.OPEN;
    }

    String id() {
        return id;
    }

    ApprovalState stateAt(Instant now) {
        boolean alive = state == ApprovalState.OPEN || state == ApprovalState.APPROVED;
        return alive && !now.isBefore(expiresAt) ? ApprovalState.EXPIRED : state;
    }

    Set<Role> approvers() {
        return RoleList.read(approvers);
    }

    /** Why this person cannot decide this now. */
    Optional<Reason> whyNotDecidedBy(Actor actor, Instant now) {
        if (askedBy.equals(actor.id())) {
            return Optional.of(IdentityRefusal.SAME_PERSON.with());
        }
        if (actor.source() == Actor.Source.AUTO || approvers().stream().noneMatch(actor::isOneOf)) {
            return Optional.of(IdentityRefusal.NOT_AN_APPROVER.with("roles", approvers));
        }
        return switch (stateAt(now)) {
            case OPEN -> Optional.empty();
            case EXPIRED -> Optional.of(expired());
            case APPROVED, REFUSED, CONSUMED -> Optional.of(IdentityRefusal.ALREADY_DECIDED.with());
        };
    }

    Reason expired() {
        return IdentityRefusal.APPROVAL_EXPIRED.with("at", expiresAt);
    }

    void decide(ApprovalState verdict, Actor actor, String words, Instant now) {
        state = verdict;
        decidedBy = actor.id();
        decidedByName = actor.name();
        decidedAt = now;
        comment = words.strip();
    }

    void consume(Instant now) {
        state = ApprovalState.CONSUMED;
        consumedAt = now;
    }

    boolean isFor(String wanted) {
        return digest.equals(wanted);
    }

    boolean isOf(Actor actor) {
        return askedBy.equals(actor.id());
    }

    IdentityRows.Approval row(Instant now) {
        return new IdentityRows.Approval(
                id,
                kind,
                subject,
                digest,
                why,
                stateAt(now),
                approvers(),
                askedBy,
                askedByName,
                askedAt,
                expiresAt,
                Optional.ofNullable(decidedByName),
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(comment));
    }
}
