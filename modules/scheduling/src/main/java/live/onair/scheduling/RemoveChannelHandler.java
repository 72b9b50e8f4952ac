package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Takes away what the backend keeps for a channel that was put away, for as long as it takes. */
@Singleton
class RemoveChannelHandler implements WorkHandler<RemoveChannelHandler.RemoveChannel> {

    private final ChannelBook channels;
    private final Instance<ChannelProvisioner> backends;

    @Inject
    RemoveChannelHandler(ChannelBook channels, @Any Instance<ChannelProvisioner> backends) {
        this.channels = channels;
        this.backends = backends;
    }

    @Override
    public Class<RemoveChannel> type() {
        return RemoveChannel.class;
    }

    @Override
    public Next handle(RemoveChannel work) {
        boolean gone = channels.find(work.channel())
                .filter(Channels.Row::archived)
                .map(channel ->
                        Backend.Named.adapter(backends, channel.backend()).remove(channel.id()))
                .orElse(true);
        return gone ? Next.done() : Next.after(ChannelPlan.LOOK);
    }

    /** Take away what the backend keeps for this channel. */
    record RemoveChannel(String channel) implements Work {
        @Override
        public String key() {
            return channel;
        }
    }
}
