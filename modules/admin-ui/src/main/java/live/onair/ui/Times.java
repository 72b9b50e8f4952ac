package live.onair.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Instants as people in Seoul read them. */
public final class Times {

    /** Where the shows are. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_KO = DateTimeFormatter.ofPattern("yyyy년 M월 d일(E)", Locale.KOREAN);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_KO = DateTimeFormatter.ofPattern("M월 d일(E) HH:mm", Locale.KOREAN);
    private static final DateTimeFormatter SHORT_EN = DateTimeFormatter.ofPattern("d MMM (EEE) HH:mm", Locale.ENGLISH);

    private static final Pattern POSITION = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})");

    private Times() {}

    /** 20:00. */
    public static String clock(Instant at) {
        return CLOCK.format(at.atZone(SEOUL));
    }

    /** 20:00:00. */
    public static String seconds(Instant at) {
        return SECONDS.format(at.atZone(SEOUL));
    }

    /** 20:00 ~ 21:00, with the next day named when it ends there. */
    public static String range(Instant start, Instant end) {
        boolean sameDay = day(start).equals(day(end.minusNanos(1)));
        String tail = sameDay ? clock(end) : Texts.of("time.nextDay", clock(end));
        return clock(start) + " ~ " + tail;
    }

    /** The day in Seoul. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SEOUL);
    }

    /** 2026년 11월 22일(일). */
    public static String day(LocalDate day) {
        return (Texts.isEnglish(Texts.locale()) ? DAY_EN : DAY_KO).format(day);
    }

    /** 11월 22일(일) 20:00. */
    public static String brief(Instant at) {
        return (Texts.isEnglish(Texts.locale()) ? SHORT_EN : SHORT_KO).format(at.atZone(SEOUL));
    }

    /** 11월 22일(일) 20:00:00. */
    public static String exact(Instant at) {
        return brief(at) + seconds(at).substring(5);
    }

    /** The words of a calendar that opens in a field; a week begins on Monday. */
    public static DatePicker.DatePickerI18n calendar() {
        Locale locale = Texts.locale();
        return new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(fromSunday(day -> day.getDisplayName(TextStyle.FULL, locale)))
                .setWeekdaysShort(fromSunday(day -> day.getDisplayName(TextStyle.SHORT, locale)))
                .setFirstDayOfWeek(1)
                .setToday(Texts.of("schedule.today"))
                .setCancel(Texts.of("dialog.cancel"));
    }

    private static List<String> fromSunday(Function<DayOfWeek, String> name) {
        return IntStream.range(0, 7)
                .mapToObj(i -> name.apply(DayOfWeek.SUNDAY.plus(i)))
                .toList();
    }

    /** 00:42:08. */
    public static String length(Duration length) {
        long s = Math.max(0, length.toSeconds());
        return "%02d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    }

    /** A position as people type it, 1:23:45 or 23:45; empty when it is none. */
    public static Optional<Duration> position(String typed) {
        Matcher parts = POSITION.matcher(typed.strip());
        if (!parts.matches() || Long.parseLong(parts.group(3)) > 59) {
            return Optional.empty();
        }
        long hours = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        return Optional.of(Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(parts.group(2)))
                .plusSeconds(Long.parseLong(parts.group(3))));
    }

    /** 3초 전, 5분 전. */
    public static String ago(Instant at, Instant now) {
        long s = Math.max(0, Duration.between(at, now).toSeconds());
        if (s < 60) {
            return Texts.of("time.secondsAgo", s);
        }
        return s < 3600 ? Texts.of("time.minutesAgo", s / 60) : brief(at);
    }
}
