package live.onair.cdn.spi;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import live.onair.kernel.CloudFault;

/** Another store beside the first, when it is told to be there; may be out of reach. */
@Singleton
@Typed({FakeSecondStore.class, ManifestStore.class})
public class FakeSecondStore extends FakeManifests {

    private boolean here;

    /** Whether players read there, and whether nobody can write there now. */
    public void is(boolean there, boolean outOfReach) {
        here = there;
        breaks(outOfReach ? CloudFault.UNAVAILABLE : null);
    }

    @Override
    public boolean isHere() {
        return here;
    }
}
