package live.onair.cdn.spi;

import org.jspecify.annotations.Nullable;

/** The one in memory keeps the contract, so that what is tested with it holds. */
class FakeManifestsTest extends ManifestStoreContract {

    private final FakeManifests fake = new FakeManifests();

    @Override
    protected ManifestStore port() {
        return fake;
    }

    @Override
    protected @Nullable String read(String show, String path) {
        return fake.of(show).get(path);
    }
}
