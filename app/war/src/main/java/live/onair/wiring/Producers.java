package live.onair.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import live.onair.identity.SignInRules;
import live.onair.kernel.KeyVault;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.NullUnmarked;

/** What the server gives to every room. */
@Singleton
@NullUnmarked
class Producers {

    @Resource(lookup = "java:app/jdbc/onair")
    private DataSource dataSource;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @PersistenceContext(unitName = "onair")
    private EntityManager entityManager;

    @Inject
    private Config config;

    @Produces
    @Dependent
    DataSource dataSource() {
        return dataSource;
    }

    @Produces
    @Dependent
    EntityManager entityManager() {
        return entityManager;
    }

    /** Of the server's threads. Its own executor asks all its libraries anew, with each task, what belongs to a thread. */
    @Produces
    @Singleton
    @Typed(ExecutorService.class)
    ExecutorService executor() {
        return Executors.newCachedThreadPool(threads);
    }

    void end(@Disposes ExecutorService executor) {
        executor.shutdown();
    }

    @Produces
    @Dependent
    TransactionSynchronizationRegistry transactions() {
        return transactions;
    }

    /** UTC; set off only in test mode, which {@code onair serve} does not know. */
    @Produces
    @Singleton
    Clock clock() {
        if (!config.getOptionalValue("onair.test.mode", Boolean.class).orElse(false)) {
            return Clock.systemUTC();
        }
        Duration offset =
                config.getOptionalValue("onair.clock.offset", Duration.class).orElse(Duration.ZERO);
        Path file = Path.of(config.getValue("onair.data.dir", String.class), "clock-offset");
        return new SettableClock(Clock.systemUTC(), file, offset);
    }

    @Produces
    @Dependent
    @Named("onair.node")
    String node() {
        return config.getOptionalValue("onair.node", String.class).orElse("console");
    }

    @Produces
    @Dependent
    SignInRules signInRules() {
        SignInRules usual = SignInRules.usual();
        return new SignInRules(
                config.getOptionalValue("onair.signin.max-tries", Integer.class).orElse(usual.maxTries()),
                config.getOptionalValue("onair.signin.lock-for", Duration.class).orElse(usual.lockFor()),
                config.getOptionalValue("onair.signin.idle", Duration.class).orElse(usual.idle()),
                config.getOptionalValue("onair.signin.absolute", Duration.class).orElse(usual.absolute()));
    }

    @Produces
    @Dependent
    @Named("onair.audit.head")
    Path auditHead() {
        return Path.of(config.getValue("onair.audit.head", String.class));
    }

    @Produces
    @Singleton
    KeyVault vault() {
        return new KeyVault(Path.of(config.getValue("onair.data.dir", String.class), "simulcast.key"));
    }

    @Produces
    @Dependent
    @Named("onair.webhooks.loopback")
    Boolean webhooksLoopback() {
        return config.getOptionalValue("onair.webhooks.loopback", Boolean.class).orElse(false);
    }

    @Produces
    @Dependent
    @Named("onair.shop.every")
    Duration shopEvery() {
        return config.getOptionalValue("onair.shop.every", Duration.class).orElse(Duration.ZERO);
    }

    @Produces
    @Dependent
    @Named("onair.simulcast.private")
    Boolean simulcastPrivate() {
        return config.getOptionalValue("onair.simulcast.private", Boolean.class).orElse(false);
    }
}
