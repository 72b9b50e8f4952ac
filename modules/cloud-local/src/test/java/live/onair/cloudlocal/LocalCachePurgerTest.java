package live.onair.cloudlocal;

import live.onair.cdn.spi.CachePurger;
import live.onair.cdn.spi.CachePurgerContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The port's contract, kept with the real edges. */
class LocalCachePurgerTest extends CachePurgerContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    @Override
    protected CachePurger port() {
        return new LocalCachePurger(media.control());
    }

    @Override
    protected String cdn() {
        return "domestic";
    }
}
