package live.onair.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import live.onair.sql.Statements;

/** Finds and keeps accounts, and what hangs on them. */
@Singleton
class AccountBook {

    private final EntityManager entities;
    private final Statements sql;

    @Inject
    AccountBook(EntityManager entities, Statements sql) {
        this.entities = entities;
        this.sql = sql;
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<Account> lock(String id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Account> byLogin(String login) {
        return entities.createQuery("select a from Account a where a.loginKey = :key", Account.class)
                .setParameter("key", Account.keyOf(login))
                .getResultStream()
                .findFirst();
    }

    /** Administrators are locked in one order before any other account is, so that two of them cannot undo each other. */
    boolean isLastAdmin(String id) {
        List<Account> active = entities.createQuery(
                        "select a from Account a where a.roles like '%ADMIN%' order by a.id", Account.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(Account::isActiveAdmin)
                .toList();
        return active.size() == 1 && active.get(0).id().equals(id);
    }

    List<Account> all(String afterLogin, String text, int size) {
        return entities.createQuery(
                        "select a from Account a where a.loginKey > :after and (locate(:text, a.loginKey) > 0"
                                + " or locate(:text, lower(a.name)) > 0) order by a.loginKey",
                        Account.class)
                .setParameter("after", afterLogin)
                .setParameter("text", text)
                .setMaxResults(size)
                .getResultList();
    }

    List<Account> enabled() {
        return entities.createQuery("select a from Account a where not a.disabled order by a.name, a.id", Account.class)
                .getResultList();
    }

    /** Written at once: rows of other tables hang on it. */
    void add(Account account) {
        entities.persist(account);
        entities.flush();
    }

    Optional<String> preference(String account, String key) {
        return sql.one(
                "select value from identity.preference where account = ? and key = ?",
                row -> row.text("value"),
                account,
                key);
    }

    void prefer(String account, String key, String value) {
        sql.run(
                "insert into identity.preference (account, key, value) values (?, ?, ?)"
                        + " on conflict (account, key) do update set value = excluded.value",
                account,
                key,
                value);
    }
}
