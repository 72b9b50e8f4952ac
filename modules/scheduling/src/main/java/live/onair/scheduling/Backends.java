package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.StreamKeyStore;

/** Finds the adapter of the backend that a channel lives on. */
@Singleton
class Backends {

    private final Instance<ChannelProvisioner> provisioners;
    private final Instance<StreamKeyStore> keyStores;

    @Inject
    Backends(@Any Instance<ChannelProvisioner> provisioners, @Any Instance<StreamKeyStore> keyStores) {
        this.provisioners = provisioners;
        this.keyStores = keyStores;
    }

    ChannelProvisioner provisioner(String backend) {
        return only(provisioners.select(new Backend.Named(backend)), backend);
    }

    StreamKeyStore keyStore(String backend) {
        return only(keyStores.select(new Backend.Named(backend)), backend);
    }

    private static <T> T only(Instance<T> found, String backend) {
        if (!found.isResolvable()) {
            throw new CloudException(CloudFault.INVALID, "no adapter for the backend " + backend);
        }
        return found.get();
    }
}
