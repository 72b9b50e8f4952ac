package live.onair.scheduling.spi;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/** Foretells what the backend in memory would be asked for to show a replay. */
@Vetoed
public class FakeReplayPlanner implements ReplayPlanner {

    private final ChannelProvisioner channels;
    private final LastLook<Optional<Recording>> looks;
    private volatile String other = "";

    /** For these channels. */
    public FakeReplayPlanner(ChannelProvisioner channels, Clock clock) {
        this.channels = channels;
        this.looks = new LastLook<>(clock);
    }

    /** From now on every call would be another one: the outside has changed. */
    public void worldIs(String differs) {
        other = differs;
    }

    @Override
    public Plan plan(String show, boolean on, @Nullable Duration thumbnail) {
        LastLook.Look<Optional<Recording>> look = looks.at(show, () -> channels.recording(show), Optional.empty());
        Optional<Recording> recording = look.seen();
        if (on && recording.filter(Recording::complete).isEmpty()) {
            throw new CloudException(
                    recording.isEmpty() ? CloudFault.NOT_FOUND : CloudFault.CONFLICT, "no replay of " + show);
        }
        boolean shown = recording.filter(Recording::published).isPresent();
        Duration now = recording.map(Recording::thumbnail).orElse(null);
        boolean so = on ? shown && Objects.equals(now, thumbnail) : !shown;
        String word = on ? "PUBLISH" : "WITHDRAW";
        Plan.Call call = new Plan.Call("fake", word, show + other, String.valueOf(thumbnail), List.of(), null);
        return new Plan(so ? List.of() : List.of(call), List.of(show), look.at());
    }
}
