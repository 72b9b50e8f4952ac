package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.KEY;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtmpDoorTest {
    private static final long SEED = 20261123;

    @TempDir
    static Path state;

    private static RunningMedia media;

    @BeforeAll
    static void open() throws IOException {
        media = RunningMedia.inside(state);
        media.key("CH-1", KEY);
    }

    @AfterAll
    static void close() {
        media.close();
    }

    @Test
    void hostile_bytes_never_bring_the_listener_down_and_a_good_encoder_still_gets_in() throws Exception {
        Random random = new Random(SEED);
        long before = used();
        for (int round = 0; round < 300; round++) {
            try (RtmpClient client = new RtmpClient(media.port("rtmp"))) {
                if (random.nextInt(4) > 0) {
                    client.shakeHands();
                }
                client.send(hostile(random));
            } catch (IOException refused) {
                continue;
            }
        }
        until(15, () -> used() - before < 64 << 20);
        media.key("CH-9", "another-good-key");
        try (RtmpClient good = new RtmpClient(media.port("rtmp")).shakeHands()) {
            assertThat(good.publish("another-good-key", "Publish.Start")).contains("NetStream.Publish.Start");
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Noise, valid commands with bits flipped, chunk headers that claim much, and deep AMF. */
    private static byte[] hostile(Random random) {
        byte[] noise = new byte[random.nextInt(6000) + 1];
        random.nextBytes(noise);
        switch (random.nextInt(4)) {
            case 0 -> {
                return noise;
            }
            case 1 -> {
                io.netty.buffer.ByteBuf chunk = RtmpChunks.message(
                        3, 20, 1, Amf.write("connect", 1, Map.of("app", "live", "x", "y".repeat(300))));
                byte[] bytes = new byte[chunk.readableBytes()];
                chunk.readBytes(bytes);
                for (int i = 0; i < 5; i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return bytes;
            }
            case 2 -> {
                byte[] claims = {(byte) (2 + random.nextInt(60)), 0, 0, 0, -1, -1, -1, 9, 1, 0, 0, 0};
                return claims;
            }
            default -> {
                byte[] deep = new byte[4000];
                Arrays.fill(deep, (byte) 3);
                io.netty.buffer.ByteBuf chunk = RtmpChunks.message(3, 20, 0, deep);
                byte[] bytes = new byte[chunk.readableBytes()];
                chunk.readBytes(bytes);
                return bytes;
            }
        }
    }

    @Test
    void the_chunk_layer_holds_no_more_than_its_limit_whatever_arrives() {
        Random random = new Random(SEED);
        for (int round = 0; round < 3000; round++) {
            EmbeddedChannel channel = new EmbeddedChannel(new RtmpChunks());
            byte[] hello = new byte[1537 + 1536];
            hello[0] = 3;
            byte[] bytes = hostile(random);
            try {
                channel.writeInbound(Unpooled.wrappedBuffer(hello), Unpooled.wrappedBuffer(bytes));
            } catch (DecoderException refused) {
                assertThat(refused).hasMessageNotContaining("OutOfMemory");
            }
            try {
                channel.finishAndReleaseAll();
            } catch (DecoderException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    @Test
    void amf_that_is_not_amf_is_malformed_and_nothing_else() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            Amf amf = new Amf(bytes, 0);
            try {
                while (amf.more()) {
                    amf.next();
                }
            } catch (Amf.Malformed expected) {
                assertThat(expected).isNotNull();
            }
        }
    }

    @Test
    void a_message_longer_than_what_may_come_before_a_publish_is_refused() {
        EmbeddedChannel channel = new EmbeddedChannel(new RtmpChunks());
        byte[] hello = new byte[1537 + 1536];
        hello[0] = 3;
        channel.writeInbound(Unpooled.wrappedBuffer(hello));
        byte[] claims = {3, 0, 0, 0, 2, 0, 0, 20, 0, 0, 0, 0};
        assertThatThrownBy(() -> channel.writeInbound(Unpooled.wrappedBuffer(claims)))
                .isInstanceOf(DecoderException.class);
    }

    @Test
    void a_wrong_key_is_refused_and_told() throws Exception {
        int before = publishRefusals();
        try (RtmpClient client = new RtmpClient(media.port("rtmp")).shakeHands()) {
            assertThat(client.publish("not-the-key", "Publish.Denied")).contains("NetStream.Publish.Denied");
            assertThat(client.hungUp()).isTrue();
        }
        until(3, () -> publishRefusals() > before);
    }

    private static int publishRefusals() {
        return (int) media.spooled().stream().filter("publish-refused"::equals).count();
    }

    @Test
    void a_second_encoder_on_the_same_channel_is_refused() throws Exception {
        media.key("CH-2", "key-two");
        try (RtmpClient first = new RtmpClient(media.port("rtmp")).shakeHands();
                RtmpClient second = new RtmpClient(media.port("rtmp")).shakeHands()) {
            assertThat(first.publish("key-two", "Publish.Start")).contains("NetStream.Publish.Start");
            assertThat(second.publish("key-two", "Publish.BadName")).contains("NetStream.Publish.BadName");
            assertThat(media.channel("CH-2").path("refusedPublishes").asInt()).isEqualTo(1);
            assertThat(media.channel("CH-2").path("input").path("connected").asBoolean())
                    .isTrue();
        }
        until(3, () -> !media.channel("CH-2").path("input").path("connected").asBoolean());
    }

    @Test
    void keys_rotate_with_an_overlap() throws Exception {
        rotate(Instant.now().plusSeconds(60));
        assertThat(accepted("old-key")).isTrue();
        until(3, () -> !media.channel("CH-3").path("input").path("connected").asBoolean());
        assertThat(accepted("new-key")).isTrue();
        until(3, () -> !media.channel("CH-3").path("input").path("connected").asBoolean());
        rotate(Instant.now().minusSeconds(1));
        assertThat(accepted("old-key")).isFalse();
        assertThat(accepted("new-key")).isTrue();
    }

    private static void rotate(Instant oldUntil) {
        ObjectNode keys = Json.object();
        keys.putArray("keys")
                .add(Json.object()
                        .put("sha256", EncoderSeat.Keys.hash("old-key"))
                        .put("validUntil", oldUntil.toString()))
                .add(Json.object()
                        .put("sha256", EncoderSeat.Keys.hash("new-key"))
                        .putNull("validUntil"));
        media.does("PUT", "channels/CH-3/keys", keys);
    }

    private static boolean accepted(String key) throws IOException {
        try (RtmpClient client = new RtmpClient(media.port("rtmp")).shakeHands()) {
            return client.publish(key, "NetStream.Publish.").contains("NetStream.Publish.") && client.said("Start");
        }
    }

    @Test
    void a_withdrawn_key_ends_its_encoder() throws Exception {
        media.key("CH-4", "key-four");
        try (RtmpClient client = new RtmpClient(media.port("rtmp")).shakeHands()) {
            client.publish("key-four", "Publish.Start");
            Instant from = Instant.now();
            media.key("CH-4", "key-five");
            assertThat(client.hungUp()).isTrue();
            assertThat(Duration.between(from, Instant.now())).isLessThan(Leave.of(Duration.ofSeconds(3)));
        }
    }
}
