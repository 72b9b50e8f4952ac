package live.onair.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import live.onair.reminders.ReminderRows.PushKind;

/**
 * What the law lets a message say, and when (정보통신망법 제50조: "(광고)", sender, free opt-out; 21:00 to 08:00 by a consent of its
 * own). Pure.
 */
final class PushRules {

    /** The version of the words that a viewer agrees to. */
    static final String CONSENT_WORDS = "2026-11";

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M월 d일(E) HH:mm", Locale.KOREAN);

    private PushRules() {}

    /** Whether it is night there, where every viewer is taken to be: the law speaks of the time of the receiver. */
    static boolean isNight(Instant at) {
        LocalTime time = at.atZone(SEOUL).toLocalTime();
        return !time.isBefore(EVENING) || time.isBefore(MORNING);
    }

    /** When the night that this instant lies in is over. */
    static Instant morning(Instant at) {
        ZonedDateTime there = at.atZone(SEOUL);
        ZonedDateTime eight = there.with(MORNING);
        return (there.toLocalTime().isBefore(MORNING) ? eight : eight.plusDays(1)).toInstant();
    }

    /** Whether it still says the truth so long after its time, and before the start. */
    static boolean isLate(PushKind kind, Instant due, Instant now, Instant start) {
        return Duration.between(due, now).compareTo(kind.late()) >= 0 || !now.isBefore(start);
    }

    /** All that a viewer reads. */
    static String words(PushKind kind, String title, Instant start, boolean ad) {
        String when = switch (kind) {
            case DAY -> DAY.format(start.atZone(SEOUL)) + "에 시작합니다";
            case HOUR -> CLOCK.format(start.atZone(SEOUL)) + "에 시작합니다";
            case SOON -> "곧 시작합니다";
        };
        String plain = "올영라이브: ‘" + title + "’ " + when + ".";
        return ad ? "(광고) " + plain + " 무료 수신거부: 방송 화면의 ‘알림 끄기’" : plain;
    }
}
