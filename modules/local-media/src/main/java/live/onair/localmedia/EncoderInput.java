package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encoder that publishes to a channel: facts for the status, and the headers a decoder needs, kept so that an
 * ffmpeg can start at any key frame. Written by the connection's thread, read by the engine's.
 */
final class EncoderInput {
    private static final Duration STALLED = Duration.ofMillis(2500);
    private static final int MOST_REMEMBERED = 8 << 20;
    private static final Duration AUDIO_PATIENCE = Duration.ofSeconds(1);

    /** The connection behind it. */
    interface Link {
        /** Stops or resumes reading, so that a slow ffmpeg slows the encoder and not our memory. */
        void reading(boolean on);

        void disconnect(String reason);
    }

    private record Tag(int type, long timestamp, byte[] body) {}

    final String remote;
    final String encoder;
    final String keyHash;
    final Instant since;
    private final Link link;
    private volatile byte @Nullable [] metadata;
    private volatile byte @Nullable [] avcHeader;
    private volatile byte @Nullable [] aacHeader;
    private final List<Tag> sinceKeyFrame = new ArrayList<>();
    private int remembered;
    private @Nullable FlvFeed feed;
    private volatile @Nullable Instant firstFrameAt;
    private volatile @Nullable Instant lastFrameAt;
    private volatile @Nullable Instant keyFrameAt;
    private volatile boolean audioTold;
    private volatile long frames;
    private volatile long videoBytes;
    private volatile int width;
    private volatile int height;
    private volatile double fps;
    private long sampledBytes;
    private long sampledAt = System.nanoTime();
    private long kbps;

    EncoderInput(String remote, String encoder, String keyHash, Link link, Instant since) {
        this.remote = remote;
        this.encoder = encoder;
        this.keyHash = keyHash;
        this.link = link;
        this.since = since;
    }

    void metadata(byte[] body, Map<?, ?> values) {
        metadata = body;
        width = number(values, "width").intValue();
        height = number(values, "height").intValue();
        fps = number(values, "framerate").doubleValue();
        audioTold |= values.containsKey("audiocodecid");
        offer(18, 0, body);
    }

    private static Number number(Map<?, ?> values, String name) {
        return values.get(name) instanceof Number number && number.doubleValue() < 100_000 ? number : 0;
    }

    /** @return false if the picture is not H.264 */
    boolean video(long timestamp, byte[] body, Instant now) {
        if (body.length < 2) {
            return true;
        }
        if ((body[0] & 0x80) != 0 || (body[0] & 0x0F) != 7) {
            return false;
        }
        if (body[1] == 0) {
            avcHeader = body;
        } else {
            firstFrameAt = firstFrameAt == null ? now : firstFrameAt;
            lastFrameAt = now;
            keyFrameAt = body[0] >> 4 == 1 ? now : keyFrameAt;
            frames++;
        }
        videoBytes += body.length;
        offer(9, timestamp, body);
        return true;
    }

    /** @return false if the sound is not AAC */
    boolean audio(long timestamp, byte[] body) {
        if (body.length < 2) {
            return true;
        }
        if ((body[0] >> 4 & 0x0F) != 10) {
            return false;
        }
        audioTold = true;
        if (body[1] == 0) {
            aacHeader = body;
        }
        offer(8, timestamp, body);
        return true;
    }

    private synchronized void offer(int type, long timestamp, byte[] body) {
        remember(new Tag(type, timestamp, body));
        if (feed != null) {
            feed.offer(type, timestamp, body);
        }
    }

    /** Everything since the last key frame, so that an ffmpeg can begin at once instead of at the next one. */
    private void remember(Tag tag) {
        if (tag.type() == 9 && tag.body()[0] >> 4 == 1 && tag.body()[1] != 0) {
            sinceKeyFrame.clear();
            remembered = 0;
        }
        boolean begins = sinceKeyFrame.isEmpty() && tag.type() != 9;
        if (!begins && tag.type() != 18 && tag.body()[1] != 0 && remembered <= MOST_REMEMBERED) {
            sinceKeyFrame.add(tag);
            remembered += tag.body().length;
        }
    }

    /** Whether an ffmpeg can be started: there is a picture, and it is known whether there is sound. */
    boolean ready(Instant now) {
        Instant first = firstFrameAt;
        boolean heard =
                aacHeader != null || first != null && first.plus(AUDIO_PATIENCE).isBefore(now);
        return first != null && avcHeader != null && heard;
    }

    boolean flowing(Instant now) {
        Instant last = lastFrameAt;
        return last != null && last.plus(STALLED).isAfter(now);
    }

    /** Whether it is we who keep it waiting, because ffmpeg does not take what came. */
    synchronized boolean keptWaiting() {
        return feed != null && feed.slowed();
    }

    /** When its last picture came, null before the first. */
    @Nullable
    Instant lastFrameAt() {
        return lastFrameAt;
    }

    /** When the picture came with which an ffmpeg that starts now begins. */
    @Nullable
    Instant keyFrameAt() {
        return keyFrameAt;
    }

    /** Whether it had begun and then stopped. */
    boolean stalled(Instant now) {
        return lastFrameAt != null && !flowing(now);
    }

    /** Whether nothing has come for so long, from its connection on. */
    boolean silentFor(Duration time, Instant now) {
        Instant last = lastFrameAt;
        return (last == null ? since : last).plus(time).isBefore(now);
    }

    boolean hasAudio() {
        return aacHeader != null;
    }

    synchronized FlvFeed newFeed() {
        FlvFeed fresh = new FlvFeed(link);
        fresh.header(18, metadata);
        fresh.header(9, avcHeader);
        fresh.header(8, aacHeader);
        fresh.begin(hasAudio());
        if (remembered <= MOST_REMEMBERED) {
            sinceKeyFrame.forEach(tag -> fresh.offer(tag.type(), tag.timestamp(), tag.body()));
        }
        feed = fresh;
        return fresh;
    }

    void disconnect(String reason) {
        link.disconnect(reason);
    }

    /** Once a second or so, on the engine's thread. */
    void sample() {
        long now = System.nanoTime();
        long elapsed = now - sampledAt;
        if (elapsed > 2_000_000_000L) {
            long bytes = videoBytes;
            kbps = (bytes - sampledBytes) * 8_000_000 / elapsed;
            sampledBytes = bytes;
            sampledAt = now;
        }
    }

    /** What ffmpeg found is truer than what the encoder announced. */
    void found(FfmpegFacts.Picture picture) {
        width = picture.width();
        height = picture.height();
        fps = picture.fps() > 0 ? picture.fps() : fps;
    }

    void describe(ObjectNode into) {
        into.put("since", Json.at(since)).put("remote", remote).put("encoder", encoder);
        into.put("width", width).put("height", height).put("fps", fps).put("videoKbps", kbps);
        into.put("audio", audioTold || aacHeader != null).put("frames", frames);
        into.put("lastFrameAt", Json.at(lastFrameAt));
    }
}
