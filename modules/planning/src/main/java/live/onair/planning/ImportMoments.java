package live.onair.planning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Days and times as people and other programs in Korea write them; without an offset they are Seoul's. */
final class ImportMoments {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final List<DateTimeFormatter> BOTH = formats(
            "yyyy-M-d H:mm[:ss]",
            "yyyy.M.d H:mm[:ss]",
            "yyyy/M/d H:mm[:ss]",
            "yyyy. M. d. H:mm[:ss]",
            "yyyy년 M월 d일 H:mm[:ss]",
            "yyyy-M-d'T'H:mm[:ss]",
            "yyyyMMddHHmmss",
            "yyyyMMddHHmm");
    private static final List<DateTimeFormatter> DAY =
            formats("yyyy-M-d[ H:mm[:ss]]", "yyyy.M.d", "yyyy. M. d.", "yyyy/M/d", "yyyy년 M월 d일", "yyyyMMdd");
    private static final List<DateTimeFormatter> TIME = formats("H:mm[:ss]", "yyyy-M-d H:mm[:ss]", "HHmm");

    private ImportMoments() {}

    private static List<DateTimeFormatter> formats(String... patterns) {
        return List.of(patterns).stream()
                .map(p -> DateTimeFormatter.ofPattern(p, Locale.KOREAN))
                .toList();
    }

    /** A moment: with an offset, as day and time, or as a time on that day. */
    static Optional<Instant> moment(String text, @Nullable LocalDate day) {
        Optional<Instant> exact = first(
                List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                f -> OffsetDateTime.parse(text, f).toInstant());
        if (exact.isPresent()) {
            return exact;
        }
        Optional<LocalDateTime> local = first(BOTH, f -> LocalDateTime.parse(text, f));
        if (local.isPresent() && (day == null || !local.get().toLocalDate().equals(LocalDate.of(1900, 1, 1)))) {
            return local.map(at -> at.atZone(SEOUL).toInstant());
        }
        return day == null
                ? Optional.empty()
                : first(TIME, f -> LocalTime.parse(text, f))
                        .map(time -> day.atTime(time).atZone(SEOUL).toInstant());
    }

    /** A day. */
    static Optional<LocalDate> day(String text) {
        return first(DAY, f -> LocalDate.parse(text, f));
    }

    private static <T> Optional<T> first(List<DateTimeFormatter> formats, Function<DateTimeFormatter, T> parse) {
        for (DateTimeFormatter format : formats) {
            try {
                return Optional.of(parse.apply(format));
            } catch (DateTimeException e) {
                // not this way; the next one may fit
            }
        }
        return Optional.empty();
    }
}
