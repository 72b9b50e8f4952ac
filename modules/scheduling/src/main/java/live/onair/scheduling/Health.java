package live.onair.scheduling;

import java.time.Duration;
import java.time.Instant;

/** How a running show does, told by the last sample of its channel: a second axis beside its state. */
public enum Health {
    /** As it should be. */
    OK("정상", "OK"),
    /** Somebody should look. */
    WARN("주의", "Warning"),
    /** Viewers are hurt. */
    FAULT("장애", "Fault"),
    /** No fresh sample: nobody knows. */
    UNKNOWN("모름", "Unknown");

    /** A sample older than this says nothing any more. */
    public static final Duration FRESH = Duration.ofSeconds(10);
    /** Black, still or silent for so long is no accident of one picture. */
    static final Duration LASTING = Duration.ofSeconds(5);

    private final String ko;
    private final String en;

    Health(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    /** The Korean word. */
    public String ko() {
        return ko;
    }

    /** The English word. */
    public String en() {
        return en;
    }

    /** The verdict on a show in this state fed in this way, from the last sample of its channel. */
    static Health of(ShowState state, Shows.Source source, Channels.Signal sample, Instant now) {
        if (Duration.between(sample.receivedAt(), now).compareTo(FRESH) > 0) {
            return UNKNOWN;
        }
        if (!"RUNNING".equals(sample.state())) {
            return state == ShowState.ON_AIR ? FAULT : WARN;
        }
        if (source == Shows.Source.INPUT && !sample.connected()) {
            return state == ShowState.ON_AIR ? FAULT : WARN;
        }
        if (sample.lasts(sample.blackSince())
                || sample.lasts(sample.freezeSince())
                || sample.lasts(sample.silenceSince())) {
            return WARN;
        }
        return sample.slateForced() ? WARN : OK;
    }
}
