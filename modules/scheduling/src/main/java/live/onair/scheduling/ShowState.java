package live.onair.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a show stands in its life. The table of what may follow what is here and nowhere else. */
public enum ShowState {
    /** Being written. */
    DRAFT("초안", "Draft"),
    /** Waits for a second person. */
    IN_REVIEW("검토", "In review"),
    /** Will start by itself. */
    APPROVED("승인", "Approved"),
    /** Runs on its channel, for us only. */
    REHEARSAL("리허설", "Rehearsal"),
    /** The channel warms up; viewers see the "soon" slate. */
    STANDBY("대기", "Standby"),
    /** Viewers watch. */
    ON_AIR("방송중", "On air"),
    /** Over. */
    ENDED("종료", "Ended"),
    /** Viewers can watch it again. */
    REPLAY("다시보기", "Replay"),
    /** Put away for good. */
    ARCHIVED("보관", "Archived"),
    /** Will not take place. */
    CANCELLED("취소", "Cancelled");

    private static final Map<ShowState, Set<ShowState>> NEXT = new EnumMap<>(ShowState.class);

    static {
        NEXT.put(DRAFT, EnumSet.of(IN_REVIEW, CANCELLED));
        NEXT.put(IN_REVIEW, EnumSet.of(APPROVED, DRAFT, CANCELLED));
        NEXT.put(APPROVED, EnumSet.of(IN_REVIEW, REHEARSAL, STANDBY, CANCELLED));
        NEXT.put(REHEARSAL, EnumSet.of(APPROVED));
        NEXT.put(STANDBY, EnumSet.of(ON_AIR, CANCELLED));
        NEXT.put(ON_AIR, EnumSet.of(ENDED));
        NEXT.put(ENDED, EnumSet.of(REPLAY, ARCHIVED));
        NEXT.put(REPLAY, EnumSet.of(ENDED, ARCHIVED));
        NEXT.put(ARCHIVED, EnumSet.noneOf(ShowState.class));
        NEXT.put(CANCELLED, EnumSet.of(ARCHIVED));
    }

    private final String ko;
    private final String en;

    ShowState(String ko, String en) {
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

    /** What may follow. */
    public Set<ShowState> next() {
        return EnumSet.copyOf(NEXT.getOrDefault(this, EnumSet.noneOf(ShowState.class)));
    }

    /** What may follow when a person wants it; the rest comes by the clock. */
    Set<ShowState> byHand() {
        Set<ShowState> states = next();
        states.removeAll(EnumSet.of(STANDBY, ON_AIR));
        return states;
    }

    /** Whether that state may follow this one. */
    public boolean mayBecome(ShowState to) {
        return NEXT.getOrDefault(this, Set.of()).contains(to);
    }

    /** Whether its channel is, or is about to be, running for viewers: its plan can no longer be changed. */
    public boolean isLive() {
        return this == STANDBY || this == ON_AIR;
    }

    /** Whether it is behind us: nothing will be sent any more. */
    public boolean isOver() {
        return this == ENDED || this == REPLAY || this == ARCHIVED || this == CANCELLED;
    }

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
            return sample.slateForced() || sample.isOnBackup() || sample.isDegraded() ? WARN : OK;
        }
    }
}
