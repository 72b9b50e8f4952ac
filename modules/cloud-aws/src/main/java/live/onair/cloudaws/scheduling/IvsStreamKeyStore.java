package live.onair.cloudaws.scheduling;

import jakarta.inject.Singleton;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.StreamKeyStore;

/** IVS makes its stream keys itself and tells them in clear: a key that Onair has made can never open one of its channels. */
@Singleton
@Backend("ivs")
class IvsStreamKeyStore implements StreamKeyStore {

    @Override
    public void put(String channel, List<Key> keys) {
        if (!keys.isEmpty()) {
            throw new CloudException(
                    CloudFault.INVALID,
                    "a key made here does not open a channel on IVS: use the one that IVS has made for " + channel
                            + " (IVS console, channel, stream configuration)");
        }
    }
}
