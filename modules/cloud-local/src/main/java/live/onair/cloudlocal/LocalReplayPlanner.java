package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.LastLook;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.ReplayPlanner;
import org.jspecify.annotations.Nullable;

/** Foretells what the local media process would be asked for to show a replay, or to hide it. */
@Singleton
@Backend("local")
class LocalReplayPlanner implements ReplayPlanner {

    private final ChannelProvisioner channels;
    private final LastLook<Optional<Recording>> looks;

    @Inject
    LocalReplayPlanner(@Backend("local") ChannelProvisioner channels, Clock clock) {
        this.channels = channels;
        this.looks = new LastLook<>(clock);
    }

    @Override
    public Plan plan(String show, boolean on, @Nullable Duration thumbnail) {
        LastLook.Look<Optional<Recording>> look = looks.at(show, () -> channels.recording(show), Optional.empty());
        Optional<Recording> recording = look.seen();
        if (on) {
            ReplayPlanner.mustBeSeen(show, look.at());
            mayBeShown(show, recording, thumbnail);
        }
        boolean shown = recording.filter(Recording::published).isPresent();
        Duration now = recording.map(Recording::thumbnail).orElse(null);
        boolean so = on ? shown && Objects.equals(now, thumbnail) : !shown;
        return new Plan(so ? List.of() : List.of(call(show, on, thumbnail)), List.of(show), look.at());
    }

    private static void mayBeShown(String show, Optional<Recording> recording, @Nullable Duration thumbnail) {
        Recording known = recording.orElseThrow(
                () -> new CloudException(CloudFault.NOT_FOUND, "nothing of " + show + " is recorded"));
        if (!known.complete()) {
            throw new CloudException(CloudFault.CONFLICT, show + " is still being recorded");
        }
        if (thumbnail != null && (thumbnail.isNegative() || thumbnail.compareTo(known.length()) > 0)) {
            throw new CloudException(CloudFault.INVALID, show + " has no picture at " + thumbnail);
        }
    }

    private static Plan.Call call(String show, boolean on, @Nullable Duration thumbnail) {
        String body = LocalChannelProvisioner.published(on, thumbnail).toString();
        String back = "POST publish {\"on\":" + !on + "}";
        return new Plan.Call("media", "POST publish", "recording " + show, body, List.of(), back);
    }
}
