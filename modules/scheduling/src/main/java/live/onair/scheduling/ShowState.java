package live.onair.scheduling;

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
}
