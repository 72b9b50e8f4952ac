package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;

/** A stand-in, AWS's client for MediaLive, and the words to build something with it. */
abstract class MediaLiveTest {

    AwsStub stub;
    MediaLiveClient medialive;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().changingIn(Duration.ofMillis(100)));
        medialive = Clients.of(MediaLiveClient.builder(), stub.uri());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    String group() {
        return medialive
                .createInputSecurityGroup(r -> r.whitelistRules(
                        InputWhitelistRuleCidr.builder().cidr("0.0.0.0/0").build()))
                .securityGroup()
                .id();
    }

    String input(String... streams) {
        List<InputDestinationRequest> destinations = Stream.of(streams)
                .map(s -> InputDestinationRequest.builder().streamName(s).build())
                .toList();
        String group = group();
        String id = medialive
                .createInput(r -> r.name("push")
                        .type(InputType.RTMP_PUSH)
                        .inputSecurityGroups(group)
                        .destinations(destinations)
                        .tags(Map.of("onair:show", "1")))
                .input()
                .id();
        becomes(id, InputState.DETACHED);
        return id;
    }

    String channel(String input) {
        String id = medialive
                .createChannel(
                        Channels.of(ChannelClass.STANDARD, input, 5_000_000).build())
                .channel()
                .id();
        becomes(id, ChannelState.IDLE);
        return id;
    }

    String running(String input) {
        String id = channel(input);
        medialive.startChannel(r -> r.channelId(id));
        becomes(id, ChannelState.RUNNING);
        return id;
    }

    void becomes(String channel, ChannelState state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        medialive.describeChannel(r -> r.channelId(channel)).state() == state);
    }

    void becomes(String input, InputState state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> medialive.describeInput(r -> r.inputId(input)).state() == state);
    }

    /** As MediaLive wants to have a time written: always with three digits after the second. */
    static String written(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").format(at.atZone(ZoneOffset.UTC));
    }

    StubCall last() {
        List<StubCall> calls = stub.calls();
        assertThat(calls).isNotEmpty();
        return calls.get(calls.size() - 1);
    }
}
