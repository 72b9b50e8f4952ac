package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Tells the backend the keys of a channel as they are now; what an older work wanted is overtaken. */
@Singleton
class PublishStreamKeysHandler implements WorkHandler<PublishStreamKeysHandler.PublishStreamKeys> {

    private final ChannelBook channels;
    private final ResourceBook resources;
    private final Instance<StreamKeyStore> backends;

    @Inject
    PublishStreamKeysHandler(ChannelBook channels, ResourceBook resources, @Any Instance<StreamKeyStore> backends) {
        this.channels = channels;
        this.resources = resources;
        this.backends = backends;
    }

    @Override
    public Class<PublishStreamKeys> type() {
        return PublishStreamKeys.class;
    }

    @Override
    public Next handle(PublishStreamKeys work) {
        channels.find(work.channel())
                .ifPresent(channel -> Backend.Named.adapter(backends, channel.backend())
                        .put(channel.id(), resources.keyHashes(channel.id())));
        return Next.done();
    }

    /** Tell the backend which keys open this channel. */
    record PublishStreamKeys(String channel) implements Work {
        @Override
        public String key() {
            return channel;
        }
    }
}
