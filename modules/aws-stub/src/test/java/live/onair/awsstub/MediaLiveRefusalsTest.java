package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.OutputSettings;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

/** What MediaLive refuses in earnest is refused here, with the same error, status and the member's name. */
class MediaLiveRefusalsTest extends MediaLiveTest {

    private static void refused(ThrowingCallable call, Class<? extends MediaLiveException> as, String words) {
        assertThatThrownBy(call)
                .isInstanceOf(as)
                .hasMessageContaining(words)
                .satisfies(e -> assertThat(((MediaLiveException) e).requestId()).isNotBlank());
    }

    @Test
    void a_bitrate_of_ten_whose_range_is_only_in_the_name_of_its_shape() {
        String input = input("live/a", "live/b");
        refused(
                () -> medialive.createChannel(
                        Channels.of(ChannelClass.STANDARD, input, 10).build()),
                BadRequestException.class,
                "Bitrate");
        assertThat(last().problems()).isNotEmpty();
        assertThat(last().executed()).isFalse();
    }

    @Test
    void no_kind_or_two_kinds_of_output_settings() {
        String input = input("live/a", "live/b");
        InputAttachment main = InputAttachment.builder()
                .inputAttachmentName("main")
                .inputId(input)
                .build();
        OutputSettings two = OutputSettings.builder()
                .mediaPackageOutputSettings(m -> {})
                .udpOutputSettings(
                        u -> u.destination(d -> d.destinationRefId("pkg")).containerSettings(c -> {}))
                .build();
        for (OutputSettings wrong :
                new OutputSettings[] {two, OutputSettings.builder().build()}) {
            refused(
                    () -> medialive.createChannel(Channels.with(ChannelClass.STANDARD, 5_000_000, wrong, main)
                            .build()),
                    UnprocessableEntityException.class,
                    "exactly one kind of output settings");
        }
    }

    @Test
    void an_input_that_is_attached_already_or_of_the_wrong_class() {
        String input = input("live/a", "live/b");
        channel(input);
        refused(
                () -> medialive.createChannel(
                        Channels.of(ChannelClass.STANDARD, input, 5_000_000).build()),
                ConflictException.class,
                "already attached");
        String single = input("live/c");
        refused(
                () -> medialive.createChannel(
                        Channels.of(ChannelClass.STANDARD, single, 5_000_000).build()),
                UnprocessableEntityException.class,
                "single-pipeline");
    }

    @Test
    void a_running_channel_is_not_deleted_nor_started_nor_changed() {
        String channel = running(input("live/a", "live/b"));
        refused(() -> medialive.deleteChannel(r -> r.channelId(channel)), ConflictException.class, "not been stopped");
        refused(() -> medialive.startChannel(r -> r.channelId(channel)), ConflictException.class, "RUNNING");
        refused(
                () -> medialive.updateChannel(r -> r.channelId(channel).name("other")),
                ConflictException.class,
                "idle");
        refused(() -> medialive.deleteChannel(r -> r.channelId("7")), NotFoundException.class, "7");
    }

    @Test
    void an_attached_input_and_a_group_in_use_are_not_deleted() {
        String input = input("live/a", "live/b");
        channel(input);
        refused(() -> medialive.deleteInput(r -> r.inputId(input)), ConflictException.class, "ATTACHED");
        String group =
                medialive.describeInput(r -> r.inputId(input)).securityGroups().get(0);
        refused(
                () -> medialive.deleteInputSecurityGroup(r -> r.inputSecurityGroupId(group)),
                BadRequestException.class,
                "still being used");
    }

    @Test
    void a_push_input_without_its_group_or_instance() {
        refused(
                () -> medialive.createInput(r -> r.type(InputType.RTMP_PUSH).destinations(destination("live/a"))),
                BadRequestException.class,
                "inputSecurityGroups");
        String group = group();
        refused(
                () -> medialive.createInput(r ->
                        r.type(InputType.RTMP_PUSH).inputSecurityGroups(group).destinations(destination("live"))),
                BadRequestException.class,
                "streamName");
    }

    private static software.amazon.awssdk.services.medialive.model.InputDestinationRequest destination(String name) {
        return software.amazon.awssdk.services.medialive.model.InputDestinationRequest.builder()
                .streamName(name)
                .build();
    }

    @Test
    void more_than_fifty_tags_and_keys_of_aws_itself() {
        Map<String, String> many = IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "tag" + i, i -> "x"));
        refused(() -> medialive.createInputSecurityGroup(r -> r.tags(many)), BadRequestException.class, "50");
        refused(
                () -> medialive.createInputSecurityGroup(r -> r.tags(Map.of("aws:mine", "x"))),
                BadRequestException.class,
                "aws:mine");
    }

    @Test
    void a_schedule_too_soon_too_late_or_of_an_unknown_input() {
        String channel = running(input("live/a", "live/b"));
        for (Duration wrong : new Duration[] {Duration.ofSeconds(10), Duration.ofDays(15)}) {
            refused(() -> schedule(channel, "a", "main", wrong), UnprocessableEntityException.class, "15 seconds");
        }
        refused(
                () -> schedule(channel, "a", "nobody", Duration.ofSeconds(60)),
                UnprocessableEntityException.class,
                "nobody");
        schedule(channel, "a", "main", Duration.ofSeconds(60));
        refused(
                () -> schedule(channel, "a", "main", Duration.ofSeconds(90)),
                UnprocessableEntityException.class,
                "unique");
        refused(
                () -> medialive.batchUpdateSchedule(r -> r.channelId(channel).deletes(d -> d.actionNames("b"))),
                UnprocessableEntityException.class,
                "b");
        stub.timePasses(Duration.ofSeconds(61));
        refused(
                () -> medialive.batchUpdateSchedule(r -> r.channelId(channel).deletes(d -> d.actionNames("a"))),
                UnprocessableEntityException.class,
                "while the channel runs");
    }

    @Test
    void a_time_without_its_thousandths() {
        String channel = channel(input("live/a", "live/b"));
        ScheduleAction action = ScheduleAction.builder()
                .actionName("a")
                .scheduleActionSettings(s -> s.inputSwitchSettings(i -> i.inputAttachmentNameReference("main")))
                .scheduleActionStartSettings(
                        s -> s.fixedModeScheduleActionStartSettings(f -> f.time("2030-01-01T00:00:00Z")))
                .build();
        refused(
                () -> medialive.batchUpdateSchedule(r -> r.channelId(channel).creates(c -> c.scheduleActions(action))),
                UnprocessableEntityException.class,
                "nnnZ");
    }

    @Test
    void three_push_inputs_in_one_channel() {
        String one = input("live/a", "live/b");
        String two = input("live/c", "live/d");
        String three = input("live/e", "live/f");
        InputAttachment[] all = Stream.of(one, two, three)
                .map(id -> InputAttachment.builder()
                        .inputAttachmentName(id)
                        .inputId(id)
                        .build())
                .toArray(InputAttachment[]::new);
        OutputSettings out =
                OutputSettings.builder().mediaPackageOutputSettings(m -> {}).build();
        refused(
                () -> medialive.createChannel(Channels.with(ChannelClass.STANDARD, 5_000_000, out, all)
                        .build()),
                UnprocessableEntityException.class,
                "up to 2 push inputs");
    }

    @Test
    void a_prepared_input_in_a_channel_that_has_not_switched_it_on() {
        String channel = running(input("live/a", "live/b"));
        ScheduleAction prepare = ScheduleAction.builder()
                .actionName("prepare")
                .scheduleActionSettings(s -> s.inputPrepareSettings(p -> p.inputAttachmentNameReference("main")))
                .scheduleActionStartSettings(s -> s.immediateModeScheduleActionStartSettings(i -> {}))
                .build();
        refused(
                () -> medialive.batchUpdateSchedule(r -> r.channelId(channel).creates(c -> c.scheduleActions(prepare))),
                UnprocessableEntityException.class,
                "InputPrepareScheduleActions");
    }

    private void schedule(String channel, String name, String input, Duration ahead) {
        ScheduleAction action = ScheduleAction.builder()
                .actionName(name)
                .scheduleActionSettings(s -> s.inputSwitchSettings(i -> i.inputAttachmentNameReference(input)))
                .scheduleActionStartSettings(s -> s.fixedModeScheduleActionStartSettings(
                        f -> f.time(written(Instant.now().plus(ahead)))))
                .build();
        medialive.batchUpdateSchedule(r -> r.channelId(channel).creates(c -> c.scheduleActions(action)));
    }
}
