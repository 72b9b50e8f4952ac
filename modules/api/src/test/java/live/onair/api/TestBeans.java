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
import live.onair.analytics.spi.ViewerEvents;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.CachePurger;
import live.onair.cdn.spi.CdnProbe;
import live.onair.cdn.spi.ManifestStore;
import live.onair.cdn.spi.WatchingReports;
import live.onair.dns.spi.DnsResolver;
import live.onair.shops.spi.ShopCatalogue;
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
    @Dependent
    @Named("onair.simulcast.private")
    Boolean own() {
        return false;
    }

    @Produces
    @Dependent
    @Named("onair.webhooks.loopback")
    Boolean webhooksLoopback() {
        return false;
    }

    @Produces
    @Singleton
    Config config() {
        return nobody(Config.class);
    }

    @Produces
    @Singleton
    ViewerEvents viewerEvents() {
        return nobody(ViewerEvents.class);
    }

    @Produces
    @Singleton
    ShopCatalogue shopCatalogue() {
        return nobody(ShopCatalogue.class);
    }

    @Produces
    @Singleton
    ManifestStore manifestStore() {
        return nobody(ManifestStore.class);
    }

    @Produces
    @Singleton
    DnsResolver dnsResolver() {
        return nobody(DnsResolver.class);
    }

    @Produces
    @Singleton
    CdnProbe cdnProbe() {
        return nobody(CdnProbe.class);
    }

    @Produces
    @Singleton
    CachePurger cachePurger() {
        return nobody(CachePurger.class);
    }

    @Produces
    @Singleton
    AddressSigner addressSigner() {
        return nobody(AddressSigner.class);
    }

    @Produces
    @Singleton
    WatchingReports watchingReports() {
        return nobody(WatchingReports.class);
    }

    @Produces
    @Dependent
    @Named("onair.shop.every")
    Duration shopEvery() {
        return Duration.ZERO;
    }

    /** Nothing is asked of it here; who asks fails. */
    private static <T> T nobody(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
