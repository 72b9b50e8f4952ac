package live.onair.identity;

import java.time.Instant;
import java.util.Set;
import live.onair.kernel.DomainEvent;
import live.onair.kernel.Role;

/** What happens to accounts, sign-ins and tokens. Carries no secret. */
public sealed interface IdentityEvent extends DomainEvent {

    /** Id of the account it is about. */
    String account();

    @Override
    default String subject() {
        return account();
    }

    /** Why a sign-in failed: for the event log only, never for who tried. */
    enum Cause {
        /** No such login name; what was typed is not kept, it may be a password. */
        UNKNOWN,
        /** Wrong password. */
        WRONG,
        /** The account is locked. */
        LOCKED,
        /** The account is disabled. */
        DISABLED
    }

    /** Somebody signed in. */
    record SignedIn(String account, String address, String agent) implements IdentityEvent {}

    /** Somebody tried in vain. */
    record SignInFailed(String account, Cause cause, String address) implements IdentityEvent {}

    /** Too many wrong passwords in a row. */
    record LockedOut(String account, Instant until) implements IdentityEvent {}

    /** A browser became a screen nobody sits at. */
    record WallScreenMade(String account, String address) implements IdentityEvent {}

    /** Somebody signed out. */
    record SignedOut(String account) implements IdentityEvent {}

    /** A session was ended by its owner elsewhere or by an administrator. */
    record SessionRevoked(String account, String address) implements IdentityEvent {}

    /** An account was made. */
    record AccountCreated(String account, String login, String name, Set<Role> roles, boolean demo)
            implements IdentityEvent {
        /** Keeps the roles in their order. */
        public AccountCreated {
            roles = RoleList.ordered(roles);
        }
    }

    /** An account has other roles now. */
    record RolesChanged(String account, Set<Role> before, Set<Role> after) implements IdentityEvent {
        /** Keeps the roles in their order. */
        public RolesChanged {
            before = RoleList.ordered(before);
            after = RoleList.ordered(after);
        }
    }

    /** An account can no longer be used. */
    record Disabled(String account) implements IdentityEvent {}

    /** An account can be used again. */
    record Enabled(String account) implements IdentityEvent {}

    /** A lock was taken away before its time. */
    record Unlocked(String account) implements IdentityEvent {}

    /** The owner chose another password. */
    record PasswordChanged(String account) implements IdentityEvent {}

    /** An administrator had a new password made. */
    record PasswordReset(String account) implements IdentityEvent {}

    /** The owner prefers something else. */
    record PreferenceChanged(String account, String key) implements IdentityEvent {}

    /** A token was made. */
    record TokenIssued(String account, String token, String name, Set<Role> roles, Instant expiresAt)
            implements IdentityEvent {
        /** Keeps the roles in their order. */
        public TokenIssued {
            roles = RoleList.ordered(roles);
        }
    }

    /** A token was taken back. */
    record TokenRevoked(String account, String token, String name) implements IdentityEvent {}

    /** Somebody let a device act as themselves, by a token. */
    record DeviceAllowed(String account, String device, String address) implements IdentityEvent {}

    /** Somebody sent a device away. */
    record DeviceDenied(String account, String device, String address) implements IdentityEvent {}

    /** A view was kept under a name. */
    record ViewSaved(String account, String view, String page, String name, boolean shared) implements IdentityEvent {}

    /** A kept view was forgotten. */
    record ViewRemoved(String account, String view, String page, String name) implements IdentityEvent {}

    /** Where somebody's windows are was kept under a name. */
    record LayoutSaved(String account, String layout, String name, int windows) implements IdentityEvent {}

    /** A kept layout was locked, or let go again. */
    record LayoutLocked(String account, String layout, String name, boolean locked) implements IdentityEvent {}

    /** A kept layout was forgotten. */
    record LayoutRemoved(String account, String layout, String name) implements IdentityEvent {}
}
