package live.onair.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;

/** Makes people for the tests. */
@Singleton
class People {

    static final String PASSWORD = "맑은 물 한 그릇 2026";

    private final Accounts accounts;

    @Inject
    People(Accounts accounts) {
        this.accounts = accounts;
    }

    Actor some(String login, Role... roles) {
        return Acting.call(Actor.ONAIR, () -> {
            IdentityRows.Account account =
                    accounts.seed(new Accounts.Create(login, "데모 " + login, Set.of(roles), "ko"), PASSWORD, true);
            return new Actor(account.id(), account.name(), account.roles(), Actor.Source.UI);
        });
    }

    static <T> T by(Actor actor, Supplier<T> call) {
        return Acting.call(actor, call::get);
    }

    static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }
}
