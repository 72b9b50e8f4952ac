package live.onair.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people type and read them: Seoul's, unless they say another offset. */
final class SeoulTime {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private SeoulTime() {}

    /** A moment: date and time. */
    static final class Moment implements ITypeConverter<OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String text) {
            return moment(text);
        }
    }

    /** Where a stretch of time begins: a day alone is its first moment. */
    static final class From implements ITypeConverter<OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String text) {
            return isDay(text) ? day(text, 0) : moment(text);
        }
    }

    /** Where it ends: a day alone is in it as a whole. */
    static final class To implements ITypeConverter<OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String text) {
            return isDay(text) ? day(text, 1) : moment(text);
        }
    }

    private static boolean isDay(String text) {
        return text.strip().matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private static OffsetDateTime day(String text, int later) {
        try {
            return LocalDate.parse(text.strip())
                    .plusDays(later)
                    .atStartOfDay(SEOUL)
                    .toOffsetDateTime();
        } catch (DateTimeException e) {
            throw wrong(text);
        }
    }

    private static OffsetDateTime moment(String text) {
        String written = text.strip().replace(' ', 'T');
        boolean hasOffset = written.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)");
        try {
            return hasOffset
                    ? OffsetDateTime.parse(written)
                    : LocalDateTime.parse(written).atZone(SEOUL).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw wrong(text);
        }
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(
                "'" + text + "': 2026-11-27T20:00 (서울 시각 / Seoul time), 2026-11-27T20:00+09:00");
    }

    /** As it is sent. */
    static String sent(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** As it is read; empty for none. */
    static String read(String sent, Locale locale) {
        if (sent.isBlank()) {
            return "";
        }
        return DateTimeFormatter.ofPattern("yyyy-MM-dd (EEE) HH:mm", locale)
                .format(OffsetDateTime.parse(sent).atZoneSameInstant(SEOUL));
    }
}
