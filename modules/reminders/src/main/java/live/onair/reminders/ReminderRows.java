package live.onair.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of reminders. */
public final class ReminderRows {

    private ReminderRows() {}

    /** When before the start a message goes out. */
    public enum PushKind {
        /** A day before. */
        DAY("하루 전", "A day before", Duration.ofHours(24), Duration.ofHours(3)),
        /** An hour before. */
        HOUR("1시간 전", "An hour before", Duration.ofHours(1), Duration.ofMinutes(20)),
        /** Five minutes before. */
        SOON("5분 전", "Five minutes before", Duration.ofMinutes(5), Duration.ofMinutes(5));

        private final String ko;
        private final String en;
        private final Duration before;
        private final Duration late;

        PushKind(String ko, String en, Duration before, Duration late) {
            this.ko = ko;
            this.en = en;
            this.before = before;
            this.late = late;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }

        /** How long before the start. */
        public Duration before() {
            return before;
        }

        /** So late it still says the truth. */
        Duration late() {
            return late;
        }
    }

    /** Where a message stands. */
    public enum PushState {
        /** It goes out at its time. */
        PLANNED("예정", "Planned"),
        /** It went out. */
        SENT("보냄", "Sent"),
        /** It does not go out. */
        SKIPPED("안 보냄", "Not sent");

        private final String ko;
        private final String en;

        PushState(String ko, String en) {
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
    }

    /** What a viewer agrees to. */
    public enum ConsentKind {
        /** Advertising. */
        AD("광고성 정보 수신", "Advertising"),
        /** Advertising between 21:00 and 08:00. */
        NIGHT("야간(21~08시) 광고 수신", "Advertising at night (21:00 to 08:00)");

        private final String ko;
        private final String en;

        ConsentKind(String ko, String en) {
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
    }

    /**
     * A message before a show.
     *
     * @param ad whether it is advertising, because the show sells
     * @param words what viewers read
     * @param sent how many have it
     * @param leftOut how many who signed up do not get it, for want of their consent
     * @param whyKo why it is not sent, in Korean; empty where it is
     */
    public record Push(
            String show,
            PushKind kind,
            Instant dueAt,
            PushState state,
            boolean ad,
            String words,
            int sent,
            int leftOut,
            String whyKo,
            String whyEn,
            @Nullable Instant settledAt) {

        /** The same with what it says now. */
        Push saying(boolean advertises, String now) {
            return new Push(show, kind, dueAt, state, advertises, now, sent, leftOut, whyKo, whyEn, settledAt);
        }
    }

    /**
     * Who wants to be told of a show, and the messages before it.
     *
     * @param signedUp how many
     * @param ads how many of them have agreed to advertising
     * @param night how many of them have agreed to it at night as well
     */
    public record Board(String show, int signedUp, int ads, int night, List<Push> pushes) {}

    /** What a viewer has agreed to or taken back; {@code words} names the version of what they read. */
    public record Consent(String viewer, ConsentKind kind, boolean given, String words, Instant at) {}

    /** What stands for a viewer of a show now. */
    public record Signup(String show, String viewer, boolean on, boolean ads, boolean night) {}
}
