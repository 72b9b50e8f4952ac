package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.medialive.model.AutomaticInputFailoverSettings;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.FollowPoint;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputPreference;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.OutputSettings;
import software.amazon.awssdk.services.medialive.model.PipelineDetail;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/** A good life of MediaLive passes, with the states and waits that its users know. */
class MediaLiveLifeTest extends MediaLiveTest {

    @Test
    void a_channel_lives_and_nothing_is_left_behind() {
        String input = input("live/a", "live/b");
        String group =
                medialive.describeInput(r -> r.inputId(input)).securityGroups().get(0);
        String channel = channel(input);
        assertThat(medialive.describeInput(r -> r.inputId(input)).state()).isEqualTo(InputState.ATTACHED);
        medialive.startChannel(r -> r.channelId(channel));
        assertThat(medialive.describeChannel(r -> r.channelId(channel)).state()).isEqualTo(ChannelState.STARTING);
        becomes(channel, ChannelState.RUNNING);
        DescribeChannelResponse running = medialive.describeChannel(r -> r.channelId(channel));
        assertThat(running.pipelinesRunningCount()).isEqualTo(2);
        assertThat(running.pipelineDetails())
                .extracting(PipelineDetail::activeInputAttachmentName)
                .containsExactly("main", "main");

        medialive.stopChannel(r -> r.channelId(channel));
        becomes(channel, ChannelState.IDLE);
        medialive.deleteChannel(r -> r.channelId(channel));
        becomes(channel, ChannelState.DELETED);
        becomes(input, InputState.DETACHED);
        medialive.deleteInput(r -> r.inputId(input));
        becomes(input, InputState.DELETED);
        assertThat(medialive
                        .describeInputSecurityGroup(r -> r.inputSecurityGroupId(group))
                        .state())
                .isEqualTo(InputSecurityGroupState.IDLE);
        medialive.deleteInputSecurityGroup(r -> r.inputSecurityGroupId(group));
        assertThat(stub.leftBehind()).isEmpty();
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls()).allSatisfy(call -> assertThat(call.problems()).isEmpty());
    }

    @Test
    void the_same_request_id_makes_one_channel() {
        String input = input("live/a", "live/b");
        var request = Channels.of(ChannelClass.STANDARD, input, 5_000_000)
                .requestId("show-1")
                .build();
        String first = medialive.createChannel(request).channel().id();
        assertThat(medialive.createChannel(request).channel().id()).isEqualTo(first);
        assertThat(medialive.listChannels().channels()).hasSize(1);
    }

    @Test
    void a_failed_pipeline_is_seen_and_the_channel_goes_on() {
        String channel = running(input("live/a", "live/b"));
        stub.mediaLive().pipelineFails(channel, 1);
        DescribeChannelResponse described = medialive.describeChannel(r -> r.channelId(channel));
        assertThat(described.state()).isEqualTo(ChannelState.RUNNING);
        assertThat(described.pipelinesRunningCount()).isEqualTo(1);
        assertThat(medialive.listAlerts(r -> r.channelId(channel)).alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.pipelineId()).isEqualTo("1"));
    }

    @Test
    void every_state_and_alert_is_an_event_in_eventbridges_form() {
        String channel = running(input("live/a", "live/b"));
        stub.mediaLive().pipelineFails(channel, 0);
        stub.mediaLive().pipelineRecovers(channel, 0);
        assertThat(stub.events())
                .extracting(e -> e.path("detail-type").asText() + " "
                        + e.path("detail")
                                .path("state")
                                .asText(e.path("detail").path("alarm_state").asText()))
                .containsExactly(
                        "MediaLive Channel State Change CREATING",
                        "MediaLive Channel State Change IDLE",
                        "MediaLive Channel State Change STARTING",
                        "MediaLive Channel State Change RUNNING",
                        "MediaLive Channel Alert SET",
                        "MediaLive Channel Alert CLEARED");
        assertThat(stub.events()
                        .get(3)
                        .path("detail")
                        .path("pipelines_running_count")
                        .asInt())
                .isEqualTo(2);
        assertThat(medialive
                        .listAlerts(r -> r.channelId(channel).stateFilter("SET"))
                        .alerts())
                .isEmpty();
    }

    @Test
    void the_partner_takes_over_while_the_encoder_is_silent() {
        String channel = twoInputs(InputPreference.PRIMARY_INPUT_PREFERRED);
        stub.mediaLive().encoderDisconnects(channel, "main");
        assertThat(onAir(channel)).as("not at once").isEqualTo("main");
        stub.timePasses(Duration.ofSeconds(4));
        assertThat(onAir(channel)).isEqualTo("spare");
        stub.mediaLive().encoderConnects(channel, "main");
        assertThat(onAir(channel)).as("not well for long enough").isEqualTo("spare");
        stub.timePasses(Duration.ofSeconds(31));
        assertThat(onAir(channel)).isEqualTo("main");
        stub.mediaLive().encoderDisconnects(channel, "spare");
        stub.timePasses(Duration.ofSeconds(4));
        assertThat(onAir(channel)).isEqualTo("main");
        assertThat(medialive
                        .listAlerts(r -> r.channelId(channel).stateFilter("ALL"))
                        .alerts())
                .hasSize(2);
    }

    @Test
    void nobody_switches_within_a_pair_that_returns_by_itself() {
        String channel = twoInputs(InputPreference.PRIMARY_INPUT_PREFERRED);
        assertThatThrownBy(() -> batch(
                        channel,
                        ScheduleAction.builder()
                                .actionName("by hand")
                                .scheduleActionSettings(
                                        s -> s.inputSwitchSettings(i -> i.inputAttachmentNameReference("spare")))
                                .scheduleActionStartSettings(s -> s.immediateModeScheduleActionStartSettings(i -> {}))))
                .hasMessageContaining("EQUAL_INPUT_PREFERENCE");
    }

    @Test
    void a_mark_in_the_stream_is_played_and_can_be_looked_at() {
        String channel = running(input("live/a", "live/b"));
        String id3 = Base64.getEncoder().encodeToString("ID3 and the rest of a tag".getBytes(StandardCharsets.UTF_8));
        batch(
                channel,
                ScheduleAction.builder()
                        .actionName("mark")
                        .scheduleActionSettings(s -> s.timedMetadataSettings(t -> t.id3(id3)))
                        .scheduleActionStartSettings(s -> s.immediateModeScheduleActionStartSettings(i -> {})));
        await().until(() -> !stub.mediaLive().played(channel).isEmpty());
        assertThat(stub.mediaLive()
                        .played(channel)
                        .get(0)
                        .at("/ScheduleActionSettings/TimedMetadataSettings/Id3")
                        .asText())
                .isEqualTo(id3);
        assertThatThrownBy(() -> batch(
                        channel,
                        ScheduleAction.builder()
                                .actionName("no tag")
                                .scheduleActionSettings(s -> s.timedMetadataSettings(t -> t.id3("bm8=")))
                                .scheduleActionStartSettings(s -> s.immediateModeScheduleActionStartSettings(i -> {}))))
                .hasMessageContaining("ID3");
    }

    @Test
    void the_schedule_switches_at_its_time_and_at_once() {
        String channel = twoInputs();
        Instant at = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        batch(
                channel,
                switchTo("later", "spare")
                        .scheduleActionStartSettings(
                                s -> s.fixedModeScheduleActionStartSettings(f -> f.time(MediaLiveTest.written(at)))));
        assertThat(medialive.describeSchedule(r -> r.channelId(channel)).scheduleActions())
                .extracting(ScheduleAction::actionName)
                .containsExactly("later");
        assertThat(onAir(channel)).isEqualTo("main");
        stub.timePasses(java.time.Duration.ofSeconds(61));
        assertThat(onAir(channel)).isEqualTo("spare");
        batch(
                channel,
                switchTo("back", "main")
                        .scheduleActionStartSettings(s -> s.immediateModeScheduleActionStartSettings(i -> {})));
        await().until(() -> onAir(channel).equals("main"));
    }

    @Test
    void what_follows_a_file_begins_when_the_file_ends() {
        String channel = twoInputs();
        batch(
                channel,
                switchTo("slate", "spare")
                        .scheduleActionStartSettings(s -> s.immediateModeScheduleActionStartSettings(i -> {})));
        await().until(() -> onAir(channel).equals("spare"));
        batch(
                channel,
                switchTo("back", "main")
                        .scheduleActionStartSettings(s -> s.followModeScheduleActionStartSettings(
                                f -> f.followPoint(FollowPoint.END).referenceActionName("slate"))));
        assertThat(onAir(channel)).isEqualTo("spare");
        stub.mediaLive().fileEnds(channel);
        assertThat(onAir(channel)).isEqualTo("main");
    }

    @Test
    void tags_are_kept() {
        String input = input("live/a", "live/b");
        String arn = medialive.describeInput(r -> r.inputId(input)).arn();
        medialive.createTags(r -> r.resourceArn(arn).tags(Map.of("onair:env", "test", "제목", "봄 신상")));
        medialive.deleteTags(r -> r.resourceArn(arn).tagKeys("onair:show"));
        assertThat(medialive.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .isEqualTo(Map.of("onair:env", "test", "제목", "봄 신상"));
    }

    @Test
    void lists_come_in_pages() {
        try (AwsStub paged = AwsStub.start(Manner.quick().withPagesOf(2))) {
            var client = Clients.of(software.amazon.awssdk.services.medialive.MediaLiveClient.builder(), paged.uri());
            for (int i = 0; i < 5; i++) {
                client.createInputSecurityGroup(r -> {});
            }
            assertThat(client.listInputSecurityGroups().inputSecurityGroups()).hasSize(2);
            assertThat(client.listInputSecurityGroupsPaginator().inputSecurityGroups())
                    .hasSize(5);
        }
    }

    private String onAir(String channel) {
        return medialive
                .describeChannel(r -> r.channelId(channel))
                .pipelineDetails()
                .get(0)
                .activeInputAttachmentName();
    }

    private static ScheduleAction.Builder switchTo(String name, String attachment) {
        return ScheduleAction.builder()
                .actionName(name)
                .scheduleActionSettings(s -> s.inputSwitchSettings(i -> i.inputAttachmentNameReference(attachment)));
    }

    private void batch(String channel, ScheduleAction.Builder action) {
        medialive.batchUpdateSchedule(r -> r.channelId(channel).creates(c -> c.scheduleActions(action.build())));
    }

    private String twoInputs() {
        return twoInputs(InputPreference.EQUAL_INPUT_PREFERENCE);
    }

    private String twoInputs(InputPreference preference) {
        String main = input("live/a", "live/b");
        String spare = input("live/c", "live/d");
        String id = medialive
                .createChannel(Channels.with(
                                ChannelClass.STANDARD,
                                5_000_000,
                                OutputSettings.builder()
                                        .mediaPackageOutputSettings(m -> {})
                                        .build(),
                                InputAttachment.builder()
                                        .inputAttachmentName("main")
                                        .inputId(main)
                                        .automaticInputFailoverSettings(AutomaticInputFailoverSettings.builder()
                                                .secondaryInputId(spare)
                                                .inputPreference(preference)
                                                .build())
                                        .build(),
                                InputAttachment.builder()
                                        .inputAttachmentName("spare")
                                        .inputId(spare)
                                        .build())
                        .build())
                .channel()
                .id();
        becomes(id, ChannelState.IDLE);
        medialive.startChannel(r -> r.channelId(id));
        becomes(id, ChannelState.RUNNING);
        return id;
    }
}
