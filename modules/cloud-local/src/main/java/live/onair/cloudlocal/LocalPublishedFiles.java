package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.storefront.spi.PublishedFiles;

/** Publishes files on the viewer port of the local media process. */
@Singleton
class LocalPublishedFiles implements PublishedFiles {

    private final MediaControl media;

    @Inject
    LocalPublishedFiles(MediaControl media) {
        this.media = media;
    }

    @Override
    public void put(String path, byte[] content) {
        media.putBytes("/v1/files/" + path, content);
    }

    @Override
    public void remove(String path) {
        try {
            media.delete("/v1/files/" + path);
        } catch (CloudException e) {
            if (e.fault() != CloudFault.NOT_FOUND) {
                throw e;
            }
        }
    }
}
