package live.onair.testkit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import live.onair.kernel.KeyVault;
import org.jspecify.annotations.Nullable;

/** What the deployable's producers give: data source, entity manager, clock, executor. */
public class KitBeans {

    private static final FakeClock CLOCK = new FakeClock();
    private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "kit-executor");
        thread.setDaemon(true);
        return thread;
    });

    @Produces
    @Singleton
    DataSource dataSource() {
        return Stage.get().dataSource();
    }

    @Produces
    @Singleton
    @jakarta.enterprise.inject.Typed(FakeClock.class)
    FakeClock fakeClock() {
        return CLOCK;
    }

    @Produces
    @Singleton
    Clock clock() {
        return new LikeSystem();
    }

    @Produces
    @Singleton
    KeyVault vault() throws IOException {
        return new KeyVault(Files.createTempDirectory("vault").resolve("vault.key"));
    }

    @Produces
    @Singleton
    ExecutorService executor() {
        return EXECUTOR;
    }

    @Produces
    @Singleton
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                KitBeans.class.getClassLoader(), new Class<?>[] {EntityManager.class}, KitBeans::call);
    }

    private static @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "kit EntityManager";
            };
        }
        Stage stage = Stage.get();
        if (stage.registry().getTransactionKey() == null) {
            throw new TransactionRequiredException("no transaction: " + method.getName());
        }
        try {
            return method.invoke(stage.entityManager(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A plain {@link Clock} over the fake one, so that injecting Clock and FakeClock is never ambiguous. */
    private static final class LikeSystem extends Clock {
        @Override
        public java.time.ZoneId getZone() {
            return CLOCK.getZone();
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public java.time.Instant instant() {
            return CLOCK.instant();
        }
    }

    static void resetClock() {
        CLOCK.set(FakeClock.START);
    }
}
