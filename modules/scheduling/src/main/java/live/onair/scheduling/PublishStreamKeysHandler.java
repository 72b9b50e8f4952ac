package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Tells the backend the keys of a channel as they are now; what an older work wanted is overtaken. */
@Singleton
class PublishStreamKeysHandler implements WorkHandler<PublishStreamKeysHandler.PublishStreamKeys> {

    private final ChannelBook channels;
    private final Instance<StreamKeyStore> backends;

    @Inject
    PublishStreamKeysHandler(ChannelBook channels, @Any Instance<StreamKeyStore> backends) {
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
                .ifPresent(channel -> Backend.Named.adapter(backends, channel.backend())
                        .put(channel.id(), channels.keyHashes(channel.id())));
        return Next.done();
    }

    /** What is kept of a key: lower-case hexadecimal digits. */
    static String sha256(String clear) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(clear.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tell the backend which keys open this channel. */
    record PublishStreamKeys(String channel) implements Work {
        @Override
        public String key() {
            return channel;
        }
    }
}
