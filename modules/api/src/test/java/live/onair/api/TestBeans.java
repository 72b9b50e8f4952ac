package live.onair.api;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.Config;

/** What the deployable gives to the rooms below; none of it is used here. */
class TestBeans {

    @Produces
    @Singleton
    @Named("onair.monotonic")
    LongSupplier monotonic(Clock clock) {
        return () -> Duration.between(java.time.Instant.EPOCH, clock.instant()).toNanos();
    }

    @Produces
    @Singleton
    @Named("onair.audit.head")
    Path head() {
        return Path.of("target/audit-head.jsonl");
    }

    @Produces
    @Singleton
    @Named("onair.simulcast.key")
    Path key() {
        return Path.of("target/simulcast.key");
    }

    @Produces
    @Dependent
    @Named("onair.simulcast.private")
    Boolean own() {
        return false;
    }

    /** No setting is asked for here; who asks fails. */
    @Produces
    @Singleton
    Config config() {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
