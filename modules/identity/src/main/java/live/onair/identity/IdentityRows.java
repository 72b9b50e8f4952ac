package live.onair.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Role;

/** What lists of people, sign-ins, tokens and approvals show. */
public final class IdentityRows {

    private IdentityRows() {}

    /** An account as administrators see it. */
    public record Account(
            String id,
            String login,
            String name,
            Set<Role> roles,
            String locale,
            boolean disabled,
            boolean demo,
            Instant created,
            Optional<Instant> lockedUntil) {}

    /** A colleague as everybody sees them. */
    public record Person(String id, String name, Set<Role> roles) {}

    /**
     * A sign-in that lasts.
     *
     * @param id what {@code sessions.revoke} takes; not the session's secret
     * @param wall whether it is that of a screen nobody sits at
     */
    public record Session(
            String id,
            String account,
            String name,
            Instant since,
            Instant lastSeen,
            String address,
            String agent,
            boolean wall) {}

    /** An API token, without its secret. */
    public record Token(
            String id,
            String account,
            String owner,
            String name,
            Set<Role> roles,
            Instant created,
            Instant expiresAt,
            Optional<Instant> revokedAt,
            Optional<Instant> lastUsed) {}

    /** Where a request for approval stands. */
    public enum ApprovalState {
        /** Nobody has decided. */
        OPEN("승인 대기", "Open"),
        /** A second person agrees. */
        APPROVED("승인됨", "Approved"),
        /** A second person does not agree. */
        REFUSED("거절됨", "Refused"),
        /** What was approved has been done. */
        CONSUMED("사용됨", "Used"),
        /** Its time is over. */
        EXPIRED("만료됨", "Expired");

        private final String ko;
        private final String en;

        ApprovalState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /** A request for a second person's yes. */
    public record Approval(
            String id,
            String kind,
            String subject,
            String digest,
            String why,
            ApprovalState state,
            Set<Role> approvers,
            String askedBy,
            String askedByName,
            Instant askedAt,
            Instant expiresAt,
            Optional<String> decidedByName,
            Optional<Instant> decidedAt,
            Optional<String> comment) {}

    /** Some accounts by login, and the cursor of what follows. */
    public record AccountPage(List<Account> rows, Optional<String> next) {}
}
