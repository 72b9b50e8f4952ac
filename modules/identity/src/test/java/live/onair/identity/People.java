package live.onair.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;

/** Makes people for the tests; their passwords are kept cheaply, so that a test takes no time. */
@Singleton
@Transactional
class People {

    static final String PASSWORD = "맑은 물 한 그릇 2026";

    private static final String CHEAP = new Passwords().hash(PASSWORD, 1000);

    private final AccountBook book;
    private final Ids ids;
    private final Clock clock;

    @Inject
    People(AccountBook book, Ids ids, Clock clock) {
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    Actor some(String login, Role... roles) {
        return book.byLogin(login)
                .orElseGet(() -> add(new Accounts.Create(login, "데모 " + login, Set.of(roles), "ko")))
                .actor(Actor.Source.UI);
    }

    private Account add(Accounts.Create wanted) {
        Account account = new Account(ids.next().toString(), wanted, CHEAP, true, clock.instant());
        book.add(account);
        return account;
    }

    static <T> T by(Actor actor, Supplier<T> call) {
        return Acting.call(actor, call::get);
    }

    static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }
}
