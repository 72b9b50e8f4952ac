package live.onair.storefront;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import live.onair.storefront.spi.PublishedFiles;
import org.eclipse.microprofile.config.Config;

class TestBeans {

    @Produces
    @Singleton
    @Typed(FilesInMemory.class)
    FilesInMemory memory() {
        return new FilesInMemory();
    }

    @Produces
    @Singleton
    PublishedFiles files(FilesInMemory memory) {
        return memory;
    }

    @Produces
    @Singleton
    Config config() {
        return new Addresses();
    }
}
