package live.onair.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import live.onair.scheduling.spi.ChannelProvisioner;
import org.jspecify.annotations.Nullable;

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

    /** Whether this can be pressed now. */
    boolean takes(Lifecycle.Press press) {
        return switch (press) {
            case REHEARSE -> this == APPROVED;
            case GO_ON_AIR -> this == APPROVED || this == STANDBY;
            case SLATE_ON, SLATE_OFF, STOP, INPUT_A, INPUT_B -> isLive();
            case BLUR_ON, BLUR_OFF -> this == ON_AIR;
            case PUBLISH, WITHDRAW -> this == ENDED || this == REPLAY;
        };
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

        static boolean isFresh(Channels.Signal sample, Instant now) {
            return Duration.between(sample.receivedAt(), now).compareTo(FRESH) <= 0;
        }

        /** The verdict on a show in this state fed in this way, from the last sample of its channel. */
        static Health of(ShowState state, Shows.Source source, Channels.Signal sample, Instant now) {
            if (!isFresh(sample, now)) {
                return UNKNOWN;
            }
            boolean stopped = !"RUNNING".equals(sample.state());
            if (stopped || source == Shows.Source.INPUT && !sample.connected()) {
                return state == ShowState.ON_AIR ? FAULT : WARN;
            }
            if (sample.lasts(sample.blackSince())
                    || sample.lasts(sample.freezeSince())
                    || sample.lasts(sample.silenceSince())) {
                return WARN;
            }
            boolean covered = sample.slateForced() || sample.serving().blurred();
            return covered || sample.isOnBackup() || sample.isDegraded() ? WARN : OK;
        }
    }

    /**
     * Whether the backend's own schedule holds the start of a show.
     *
     * @param at the start it holds, null when it holds none
     * @param why it holds none; null when it does. Together with {@code at}: it did when it was last heard of
     */
    public record Arming(@Nullable Instant at, @Nullable Unarmed why) {

        /** Whether the show starts at its time while nobody calls. */
        public boolean armed() {
            return at != null;
        }

        /** As it was last told; {@code why} is what keeps it from being armed now. */
        static Arming of(@Nullable Instant armed, boolean away, @Nullable Unarmed why) {
            Unarmed other = armed != null ? null : why == null ? Unarmed.PENDING : why;
            return new Arming(armed, away ? Unarmed.AWAY : other);
        }
    }

    /** Why a start is not in the backend's own schedule. */
    public enum Unarmed {
        /** This backend has none. */
        NO_SCHEDULE("이 백엔드는 일정이 없음", "this backend has no schedule"),
        /** Further ahead than the schedule takes. */
        TOO_FAR("14일 밖", "more than 14 days ahead"),
        /** The channel does not run for this show yet. */
        NOT_READY("아직 준비 전", "not ready yet"),
        /** Nearer than the schedule takes. */
        TOO_SOON("15초 이내", "within 15 seconds"),
        /** The show is to begin with the slate. */
        SLATE("슬레이트로 시작", "starts with the slate"),
        /** A check is red. */
        GATE("게이트가 막음", "the gate holds it back"),
        /** All is well: it is being armed. */
        PENDING("예약하는 중", "being armed"),
        /** The backend was not heard of lately. */
        AWAY("연결 안 됨", "not connected");

        private final String ko;
        private final String en;

        Unarmed(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean words. */
        public String ko() {
            return ko;
        }

        /** The English words. */
        public String en() {
            return en;
        }

        /** What keeps a start from being armed; null when nothing does. */
        static @Nullable Unarmed of(Chance chance) {
            if (!chance.schedules()) {
                return NO_SCHEDULE;
            }
            if (chance.ahead().compareTo(ChannelProvisioner.ARMED_AT_MOST) > 0) {
                return TOO_FAR;
            }
            if (!chance.running()) {
                return NOT_READY;
            }
            if (chance.ahead().compareTo(ChannelProvisioner.ARMED_AT_LEAST.plus(Chance.SPARE)) < 0) {
                return TOO_SOON;
            }
            return chance.slateOn() ? SLATE : chance.gateOpen() ? null : GATE;
        }
    }

    /**
     * What decides whether a start can be armed.
     *
     * @param schedules whether the backend has a schedule
     * @param running whether the channel runs for this show
     * @param ahead from now to the start
     */
    record Chance(boolean schedules, boolean running, boolean slateOn, boolean gateOpen, Duration ahead) {

        /** What the call itself may take. */
        private static final Duration SPARE = Duration.ofSeconds(3);
    }
}
