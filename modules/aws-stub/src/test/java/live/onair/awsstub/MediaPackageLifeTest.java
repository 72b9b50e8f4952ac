package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictException;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictExceptionType;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.CreateDashManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateLowLatencyHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mediapackagev2.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/** MediaPackage v2: groups, channels, endpoints, in the order in which they may come and go. */
class MediaPackageLifeTest {

    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    private AwsStub stub;
    private MediaPackageV2Client packager;

    @BeforeEach
    void start() {
        stub = AwsStub.start();
        packager = Clients.of(MediaPackageV2Client.builder(), stub.uri());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private void group() {
        packager.createChannelGroup(r -> r.channelGroupName("onair").tags(Map.of("onair:env", "test")));
    }

    private void channel() {
        packager.createChannel(
                r -> r.channelGroupName("onair").channelName("ch1").inputType(InputType.CMAF));
    }

    private void endpoint(String name, ContainerType type) {
        packager.createOriginEndpoint(r -> r.channelGroupName("onair")
                .channelName("ch1")
                .originEndpointName(name)
                .containerType(type)
                .hlsManifests(CreateHlsManifestConfiguration.builder()
                        .manifestName("hls")
                        .manifestWindowSeconds(120)
                        .build())
                .lowLatencyHlsManifests(CreateLowLatencyHlsManifestConfiguration.builder()
                        .manifestName("ll")
                        .build())
                .dashManifests(CreateDashManifestConfiguration.builder()
                        .manifestName("dash")
                        .build()));
    }

    @Test
    void a_list_of_endpoints_tells_of_a_manifest_its_name_and_address_only() {
        group();
        channel();
        endpoint("e1", ContainerType.CMAF);
        assertThat(packager.listOriginEndpoints(r -> r.channelGroupName("onair").channelName("ch1"))
                        .items())
                .singleElement()
                .satisfies(one -> assertThat(one.hlsManifests().get(0).url()).endsWith("/hls.m3u8"));
        assertThat(packager.getOriginEndpoint(r ->
                                r.channelGroupName("onair").channelName("ch1").originEndpointName("e1"))
                        .hlsManifests()
                        .get(0)
                        .manifestWindowSeconds())
                .isEqualTo(120);
    }

    @Test
    void an_endpoint_has_addresses_for_players_and_all_goes_away_in_order() {
        group();
        channel();
        endpoint("e1", ContainerType.CMAF);
        assertThat(packager.getChannel(r -> r.channelGroupName("onair").channelName("ch1"))
                        .ingestEndpoints())
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.url()).startsWith("https://").contains("/in/v1/onair/"));
        var endpoint = packager.getOriginEndpoint(
                r -> r.channelGroupName("onair").channelName("ch1").originEndpointName("e1"));
        assertThat(endpoint.hlsManifests().get(0).url()).endsWith("/out/v1/onair/ch1/e1/hls.m3u8");
        assertThat(endpoint.lowLatencyHlsManifests().get(0).url()).endsWith("ll.m3u8");
        assertThat(endpoint.dashManifests().get(0).url()).endsWith("dash.mpd");
        packager.putOriginEndpointPolicy(r -> r.channelGroupName("onair")
                .channelName("ch1")
                .originEndpointName("e1")
                .policy(POLICY));
        assertThat(packager.getOriginEndpointPolicy(r ->
                                r.channelGroupName("onair").channelName("ch1").originEndpointName("e1"))
                        .policy())
                .isEqualTo(POLICY);

        assertThatThrownBy(() -> packager.deleteChannelGroup(r -> r.channelGroupName("onair")))
                .isInstanceOf(ConflictException.class)
                .satisfies(e -> assertThat(((ConflictException) e).conflictExceptionType())
                        .isEqualTo(ConflictExceptionType.RESOURCE_IN_USE));
        assertThatThrownBy(() ->
                        packager.deleteChannel(r -> r.channelGroupName("onair").channelName("ch1")))
                .isInstanceOf(ConflictException.class);
        packager.deleteOriginEndpoint(
                r -> r.channelGroupName("onair").channelName("ch1").originEndpointName("e1"));
        packager.deleteChannel(r -> r.channelGroupName("onair").channelName("ch1"));
        packager.deleteChannelGroup(r -> r.channelGroupName("onair"));
        assertThat(packager.listChannelGroups(r -> {}).items()).isEmpty();
        assertThat(stub.unserved()).isEmpty();
    }

    @Test
    void a_client_token_makes_one_thing_and_other_words_with_it_are_a_conflict() {
        String first = packager.createChannelGroup(
                        r -> r.channelGroupName("onair").clientToken("t1"))
                .egressDomain();
        assertThat(packager.createChannelGroup(r -> r.channelGroupName("onair").clientToken("t1"))
                        .egressDomain())
                .isEqualTo(first);
        conflict("t1", "other", ConflictExceptionType.IDEMPOTENT_PARAMETER_MISMATCH);
        conflict("t2", "onair", ConflictExceptionType.RESOURCE_ALREADY_EXISTS);
    }

    private void conflict(String token, String name, ConflictExceptionType type) {
        assertThatThrownBy(() -> packager.createChannelGroup(
                        r -> r.channelGroupName(name).clientToken(token)))
                .isInstanceOf(ConflictException.class)
                .satisfies(e -> assertThat(((ConflictException) e).conflictExceptionType())
                        .isEqualTo(type));
    }

    @Test
    void what_is_not_there_and_what_does_not_go_together_is_refused() {
        assertThatThrownBy(this::channel).isInstanceOf(ResourceNotFoundException.class);
        group();
        channel();
        assertThatThrownBy(() -> endpoint("ts", ContainerType.TS))
                .isInstanceOf(ValidationException.class)
                .satisfies(e -> assertThat(((ValidationException) e).validationExceptionType())
                        .isEqualTo(ValidationExceptionType.TS_CONTAINER_TYPE_WITH_DASH_MANIFEST));
        assertThatThrownBy(() ->
                        packager.createChannel(r -> r.channelGroupName("onair").channelName("봄")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("ChannelName");
    }

    @Test
    void an_update_on_what_somebody_else_changed_is_a_conflict() {
        group();
        String seen = packager.getChannelGroup(r -> r.channelGroupName("onair")).eTag();
        packager.updateChannelGroup(
                r -> r.channelGroupName("onair").description("mine").eTag(seen));
        assertThatThrownBy(() -> packager.updateChannelGroup(
                        r -> r.channelGroupName("onair").description("late").eTag(seen)))
                .isInstanceOf(ConflictException.class);
        assertThat(packager.getChannelGroup(r -> r.channelGroupName("onair")).description())
                .isEqualTo("mine");
    }

    @Test
    void a_quota_that_is_used_up_lets_no_more_in() {
        stub.quotaIs("mediapackagev2", "channel-groups", "Channel groups per account", 1);
        group();
        assertThatThrownBy(() -> packager.createChannelGroup(r -> r.channelGroupName("second")))
                .isInstanceOf(ServiceQuotaExceededException.class);
    }

    @Test
    void tags_are_kept() {
        group();
        String arn = packager.getChannelGroup(r -> r.channelGroupName("onair")).arn();
        packager.tagResource(r -> r.resourceArn(arn).tags(Map.of("onair:show", "3")));
        assertThat(packager.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .containsOnlyKeys("onair:env", "onair:show");
    }
}
