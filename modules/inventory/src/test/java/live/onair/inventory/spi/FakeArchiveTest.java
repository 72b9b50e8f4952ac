package live.onair.inventory.spi;

import live.onair.inventory.spi.RecordingArchive.Copy;
import live.onair.kernel.CloudFault;

/** The fake is held to what every place is. */
class FakeArchiveTest extends RecordingArchiveContract {

    private final FakeArchive fake = new FakeArchive();

    @Override
    protected RecordingArchive port() {
        return fake;
    }

    @Override
    protected String backend() {
        return "fake";
    }

    @Override
    protected void written(String show, String name, int bytes, String storage) {
        fake.put(show, name, bytes, storage);
    }

    @Override
    protected void copies(String show, String names, Copy copy) {
        fake.copies(show, names, copy);
    }

    @Override
    protected void expires(String show, int days) {
        fake.expires(show, days);
    }

    @Override
    protected void breaks() {
        fake.fault = CloudFault.UNAVAILABLE;
    }
}
