package live.onair.identity;

import live.onair.kernel.DomainEvent;

/** What becomes of requests for a second person's yes. */
public sealed interface ApprovalEvent extends DomainEvent {

    /** Id of the request. */
    String approval();

    /** What kind of act it is about. */
    String act();

    /** Somebody asks. */
    record Asked(String approval, String act, String subject, String digest, String why) implements ApprovalEvent {}

    /** A second person agrees. */
    record Approved(String approval, String act, String subject, String digest, String comment)
            implements ApprovalEvent {}

    /** A second person does not agree. */
    record Refused(String approval, String act, String subject, String comment) implements ApprovalEvent {}

    /** What was approved is done. */
    record Consumed(String approval, String act, String subject, String digest) implements ApprovalEvent {}
}
