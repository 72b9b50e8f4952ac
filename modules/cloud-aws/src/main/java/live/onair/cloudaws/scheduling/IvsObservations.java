package live.onair.cloudaws.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.IvsSeen.Channel;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.Signal;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.Serving;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ivs.model.AudioConfiguration;
import software.amazon.awssdk.services.ivs.model.IngestConfiguration;
import software.amazon.awssdk.services.ivs.model.IngestConfigurations;
import software.amazon.awssdk.services.ivs.model.Stream;
import software.amazon.awssdk.services.ivs.model.StreamEvent;
import software.amazon.awssdk.services.ivs.model.StreamHealth;
import software.amazon.awssdk.services.ivs.model.StreamSession;
import software.amazon.awssdk.services.ivs.model.StreamSessionSummary;
import software.amazon.awssdk.services.ivs.model.VideoConfiguration;

/**
 * Translates what IVS says of a channel into scheduling's words. Pure.
 *
 * <p>IVS sees no black picture and no silence. A stream that starves (too few pictures arrive) is told as one whose picture
 * stands still: that is what viewers see.
 *
 * @param channel id of the channel
 * @param found IVS's channel
 * @param stream what is being sent, null if nothing is
 * @param sessions the channel's stream sessions, the latest first
 * @param detail of the session that is being sent, null if nothing is
 * @param at when this was seen
 */
record IvsObservations(
        String channel,
        Channel found,
        @Nullable Stream stream,
        List<StreamSessionSummary> sessions,
        @Nullable StreamSession detail,
        Instant at) {

    ChannelObservation observation() {
        String run = found.tags().get(AwsTags.RUN);
        Signal signal = signal();
        boolean running = state() == State.RUNNING;
        return new ChannelObservation(
                channel,
                run,
                found.tags().get(AwsTags.SHOW),
                state(),
                run != null && !found.says(IvsNames.ON_AIR, "yes"),
                found.says(IvsNames.SLATE, "on"),
                signal.connected() ? Output.INPUT : Output.NONE,
                signal,
                false,
                running && isExpired(signal.lostSince()),
                seconds(),
                at);
    }

    /** How many watch, as IVS counts them (less than none: it did not get to it), and which limit was broken last. */
    Serving serving(@Nullable String address) {
        long viewers = stream == null || stream.viewerCount() == null ? -1 : stream.viewerCount();
        List<StreamEvent> events = detail == null ? List.of() : detail.truncatedEvents();
        String limit = events.stream()
                .filter(event -> "IVS Limit Breach".equals(event.type()))
                .max(Comparator.comparing(StreamEvent::eventTime))
                .map(StreamEvent::name)
                .orElse(null);
        return new Serving(address, viewers < 0 ? null : (Integer) Math.toIntExact(viewers), limit);
    }

    private State state() {
        return switch (found.tags().getOrDefault(AwsTags.RUN_STATE, "")) {
            case "ready" -> State.READY;
            case "started" -> State.RUNNING;
            case "stopped" -> State.FINISHED;
            default -> State.IDLE;
        };
    }

    /** The sessions of the run, the latest first. */
    private List<StreamSessionSummary> own() {
        String before = found.tags().getOrDefault(IvsNames.SESSION_BEFORE, "none");
        return sessions.stream().takeWhile(s -> !before.equals(s.streamId())).toList();
    }

    private boolean isExpired(@Nullable Instant lostSince) {
        long may = Long.parseLong(found.tags().getOrDefault(IvsNames.RECONNECT, "0"));
        return lostSince != null && lostSince.plusSeconds(may).isBefore(at);
    }

    private double seconds() {
        return own().stream()
                        .map(s -> Duration.between(s.startTime(), s.endTime() == null ? at : s.endTime()))
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1_000.0;
    }

    private Signal signal() {
        if (stream == null) {
            Instant lost = own().stream()
                    .findFirst()
                    .map(StreamSessionSummary::endTime)
                    .orElse(null);
            return new Signal(false, null, lost, null, 0, 0, 0, 0, false, null, null, null, null, true);
        }
        VideoConfiguration video = video();
        return new Signal(
                true,
                stream.startTime(),
                null,
                video.encoder(),
                number(video.videoWidth()),
                number(video.videoHeight()),
                number(video.targetFramerate()),
                // IVS counts bits.
                number(video.targetBitrate()) / 1_000,
                hasAudio(),
                null,
                starvingSince(stream),
                null,
                null,
                true);
    }

    private VideoConfiguration video() {
        IngestConfigurations all = detail == null ? null : detail.ingestConfigurations();
        if (all != null && !all.videoConfigurations().isEmpty()) {
            return all.videoConfigurations().get(0);
        }
        IngestConfiguration one = detail == null ? null : detail.ingestConfiguration();
        return one == null || one.video() == null ? VideoConfiguration.builder().build() : one.video();
    }

    private boolean hasAudio() {
        IngestConfigurations all = detail == null ? null : detail.ingestConfigurations();
        if (all != null && !all.audioConfigurations().isEmpty()) {
            return true;
        }
        IngestConfiguration one = detail == null ? null : detail.ingestConfiguration();
        AudioConfiguration audio = one == null ? null : one.audio();
        return audio != null && audio.codec() != null;
    }

    /** The session's events say since when; without one it has just begun. */
    private @Nullable Instant starvingSince(Stream live) {
        if (live.health() != StreamHealth.STARVING) {
            return null;
        }
        List<StreamEvent> events = detail == null ? List.of() : detail.truncatedEvents();
        return events.stream()
                .filter(event -> "Starvation Start".equals(event.name()))
                .map(StreamEvent::eventTime)
                .max(Comparator.naturalOrder())
                .orElse(at);
    }

    private static int number(@Nullable Long count) {
        return count == null ? 0 : Math.toIntExact(count);
    }
}
