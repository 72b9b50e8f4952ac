package live.onair.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.identity.IdentityRows.ApprovalState;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;

/**
 * The second person's yes, one mechanism for all rooms: ask with a digest of what is to be done, another person decides,
 * and the room consumes the yes once, in the transaction of the act itself.
 */
@Singleton
@Transactional
@Guarded
public class Approvals {

    private static final Duration USUAL = Duration.ofHours(24);

    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;
    private final Event<ApprovalEvent> events;

    @Inject
    Approvals(EntityManager entities, Ids ids, Clock clock, Event<ApprovalEvent> events) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What is asked.
     *
     * @param kind the act, as an action id: {@code failover.run}
     * @param subject what it is done to
     * @param digest of everything the approver sees; a change of it voids the yes
     * @param approvers one of these roles decides
     * @param lasts until when it is decided and used
     */
    public record Ask(String kind, String subject, String digest, String why, Set<Role> approvers, Duration lasts) {
        /** Refuses what nobody could decide. */
        public Ask {
            approvers = RoleList.ordered(approvers);
            if (kind.isBlank() || subject.isBlank() || digest.isBlank() || approvers.isEmpty() || lasts.isNegative()) {
                throw new IllegalArgumentException("an approval needs kind, subject, digest, approvers and time");
            }
        }
    }

    /** Asks for a day; a colleague with one of the asker's roles, or an administrator, decides. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "approvals.ask", ko = "승인 요청", en = "Ask for approval")
    public Outcome<IdentityRows.Approval> ask(String kind, String subject, String digest, String why) {
        Set<Role> peers = EnumSet.of(Role.ADMIN);
        peers.addAll(Acting.actor().roles());
        peers.remove(Role.AUDITOR);
        return ask(new Ask(kind, subject, digest, why, peers, USUAL));
    }

    /** Asks; the same person asking the same again gets the request that is open. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    public Outcome<IdentityRows.Approval> ask(Ask ask) {
        if (ask.why().isBlank()) {
            return Outcome.refused(IdentityRefusal.REASON_MISSING.with());
        }
        Instant now = clock.instant();
        Actor asker = Acting.actor();
        Optional<Approval> same = requests(ask.kind(), ask.subject()).stream()
                .filter(open -> open.stateAt(now) == ApprovalState.OPEN && open.isFor(ask.digest()) && open.isOf(asker))
                .findFirst();
        if (same.isPresent()) {
            return Outcome.done(same.get().row(now));
        }
        Approval approval = new Approval(ids.next().toString(), ask, asker, now);
        entities.persist(approval);
        events.fire(new ApprovalEvent.Asked(
                approval.id(),
                ask.kind(),
                ask.subject(),
                ask.digest(),
                ask.why().strip()));
        return Outcome.done(approval.row(now));
    }

    /** What waits for a decision, oldest first. */
    @AllowedTo
    public List<IdentityRows.Approval> open() {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select a from Approval a where a.state = :open and a.expiresAt > :now order by a.askedAt, a.id",
                        Approval.class)
                .setParameter("open", ApprovalState.OPEN)
                .setParameter("now", now)
                .getResultStream()
                .map(approval -> approval.row(now))
                .toList();
    }

    /** One request. */
    @AllowedTo
    public Optional<IdentityRows.Approval> find(String id) {
        return Optional.ofNullable(entities.find(Approval.class, id)).map(found -> found.row(clock.instant()));
    }

    /** Says yes as the second person. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "approvals.approve", ko = "승인", en = "Approve", danger = Action.Danger.CAREFUL)
    public Outcome<IdentityRows.Approval> approve(String id, String comment) {
        return decide(id, ApprovalState.APPROVED, comment);
    }

    /** Says no as the second person, with a reason. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "approvals.refuse", ko = "거절", en = "Refuse", danger = Action.Danger.CAREFUL)
    public Outcome<IdentityRows.Approval> refuse(String id, String comment) {
        if (comment.isBlank()) {
            return Outcome.refused(IdentityRefusal.REASON_MISSING.with());
        }
        return decide(id, ApprovalState.REFUSED, comment);
    }

    private Outcome<IdentityRows.Approval> decide(String id, ApprovalState verdict, String comment) {
        Approval approval = entities.find(Approval.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (approval == null) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_APPROVAL.with());
        }
        Instant now = clock.instant();
        Actor actor = Acting.actor();
        Optional<Reason> not = approval.whyNotDecidedBy(actor, now);
        if (not.isPresent()) {
            return Outcome.refused(not.get());
        }
        approval.decide(verdict, actor, comment, now);
        IdentityRows.Approval row = approval.row(now);
        events.fire(
                verdict == ApprovalState.APPROVED
                        ? new ApprovalEvent.Approved(id, row.kind(), row.subject(), row.digest(), comment.strip())
                        : new ApprovalEvent.Refused(id, row.kind(), row.subject(), comment.strip()));
        return Outcome.done(row);
    }

    /**
     * Uses a yes up, in the transaction of the act it allows; called by the room that acts. Refused, and with it the
     * whole act, when nobody agreed to exactly this, or it was used or has expired.
     */
    @AllowedTo
    public Outcome<IdentityRows.Approval> consume(String kind, String subject, String digest) {
        Instant now = clock.instant();
        List<Approval> all = requests(kind, subject);
        List<Approval> exact = all.stream().filter(a -> a.isFor(digest)).toList();
        Optional<Approval> good = in(exact, ApprovalState.APPROVED, now);
        if (good.isPresent()) {
            good.get().consume(now);
            events.fire(new ApprovalEvent.Consumed(good.get().id(), kind, subject, digest));
            return Outcome.done(good.get().row(now));
        }
        Optional<Approval> expired = in(exact, ApprovalState.EXPIRED, now);
        if (in(exact, ApprovalState.CONSUMED, now).isPresent()) {
            return Outcome.refused(IdentityRefusal.APPROVAL_USED.with());
        }
        if (expired.isPresent()) {
            return Outcome.refused(expired.get().expired());
        }
        return in(all, ApprovalState.APPROVED, now).isPresent()
                ? Outcome.refused(IdentityRefusal.APPROVAL_OTHER_CONTENT.with())
                : Outcome.refused(IdentityRefusal.APPROVAL_MISSING.with());
    }

    private static Optional<Approval> in(List<Approval> requests, ApprovalState state, Instant now) {
        return requests.stream().filter(a -> a.stateAt(now) == state).findFirst();
    }

    /** Newest first, locked, so that two acts cannot use one yes. */
    private List<Approval> requests(String kind, String subject) {
        return entities.createQuery(
                        "select a from Approval a where a.kind = :kind and a.subject = :subject"
                                + " order by a.askedAt desc, a.id desc",
                        Approval.class)
                .setParameter("kind", kind)
                .setParameter("subject", subject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
