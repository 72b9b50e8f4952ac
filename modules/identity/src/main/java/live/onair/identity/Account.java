package live.onair.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. */
@Entity(name = "Account")
@Table(schema = "identity", name = "account")
class Account {

    @Id
    private String id;

    private String login;

    @Column(name = "login_key")
    private String loginKey;

    private String name;
    private String password;
    private String roles;
    private String locale;
    private boolean disabled;
    private boolean demo;
    private Instant created;
    private int failed;

    @Column(name = "locked_until")
    private @Nullable Instant lockedUntil;

    @Version
    private int version;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String id, Accounts.Create wanted, String passwordHash, boolean demo, Instant now) {
        this.id = id;
        this.login = wanted.login().strip();
        this.loginKey = keyOf(login);
        this.name = wanted.name().strip();
        this.password = passwordHash;
        this.roles = RoleList.text(wanted.roles());
        this.locale = wanted.locale();
        this.demo = demo;
        this.created = now;
    }

    static String keyOf(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    String id() {
        return id;
    }

    String login() {
        return login;
    }

    String password() {
        return password;
    }

    String locale() {
        return locale;
    }

    Set<Role> roles() {
        return RoleList.read(roles);
    }

    boolean isDisabled() {
        return disabled;
    }

    boolean isActiveAdmin() {
        return !disabled && roles().contains(Role.ADMIN);
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    Actor actor(Actor.Source door) {
        return new Actor(id, name, roles(), door);
    }

    /** The end of the lock, if this wrong password was one too many. */
    Optional<Instant> failedAgain(SignInRules rules, Instant now) {
        failed++;
        if (failed < rules.maxTries()) {
            return Optional.empty();
        }
        failed = 0;
        lockedUntil = now.plus(rules.lockFor());
        return Optional.of(lockedUntil);
    }

    void cameIn() {
        failed = 0;
        lockedUntil = null;
    }

    void trustWith(Set<Role> wanted) {
        roles = RoleList.text(wanted);
    }

    void disable() {
        disabled = true;
    }

    void enable() {
        disabled = false;
    }

    void unlock() {
        cameIn();
    }

    void changePassword(String hash) {
        password = hash;
    }

    void speak(String language) {
        locale = language;
    }

    IdentityRows.Account row(Instant now) {
        return new IdentityRows.Account(
                id,
                login,
                name,
                roles(),
                locale,
                disabled,
                demo,
                created,
                isLocked(now) ? Optional.ofNullable(lockedUntil) : Optional.empty());
    }

    IdentityRows.Person person() {
        return new IdentityRows.Person(id, name, roles());
    }
}
