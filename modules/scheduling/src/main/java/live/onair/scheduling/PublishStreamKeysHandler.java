package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.work.Next;
import live.onair.work.WorkHandler;

/** Tells the backend the keys of a channel as they are now; what an older work wanted is overtaken. */
@Singleton
class PublishStreamKeysHandler implements WorkHandler<PublishStreamKeys> {

    private final ChannelBook channels;
    private final Backends backends;

    @Inject
    PublishStreamKeysHandler(ChannelBook channels, Backends backends) {
        this.channels = channels;
        this.backends = backends;
    }

    @Override
    public Class<PublishStreamKeys> type() {
        return PublishStreamKeys.class;
    }

    @Override
    public Next handle(PublishStreamKeys work) {
        channels.find(work.channel())
                .ifPresent(channel ->
                        backends.keyStore(channel.backend()).put(channel.id(), channels.keyHashes(channel.id())));
        return Next.done();
    }
}
