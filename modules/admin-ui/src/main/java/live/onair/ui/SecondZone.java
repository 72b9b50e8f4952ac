package live.onair.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A second time zone beside Seoul, for who works with people elsewhere. It is only ever said in addition: what is typed
 * and what the rules count in stays Seoul's.
 *
 * @param zone of the IANA time zone database
 */
public record SecondZone(ZoneId zone) {

    /** What can be chosen; the first is none. */
    public static final List<String> CHOICES = List.of(
            "none",
            "UTC",
            "Asia/Tokyo",
            "Asia/Shanghai",
            "Asia/Ho_Chi_Minh",
            "Asia/Bangkok",
            "Europe/London",
            "Europe/Paris",
            "America/New_York",
            "America/Los_Angeles");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_KO = DateTimeFormatter.ofPattern("M월 d일(E)", Locale.KOREAN);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE, d MMM", Locale.ENGLISH);

    /** Takes the person's choice for this window; anything unknown is none. */
    static void keep(UI ui, Optional<String> choice) {
        ComponentUtil.setData(
                ui,
                SecondZone.class,
                choice.filter(zone -> CHOICES.indexOf(zone) > 0)
                        .map(zone -> new SecondZone(ZoneId.of(zone)))
                        .orElse(null));
    }

    /** The zone this window also shows, if any. */
    public static Optional<SecondZone> chosen() {
        UI ui = UI.getCurrent();
        return ui == null ? Optional.empty() : Optional.ofNullable(ComponentUtil.getData(ui, SecondZone.class));
    }

    /** The choice in the reader's language. */
    public static String name(String choice) {
        return Texts.of("zone." + choice.replace('/', '.'));
    }

    /** {@code 도쿄 20:00 ~ 21:00}; the day is named where it is another than in Seoul. */
    public String range(Instant start, Instant end) {
        return name(zone.getId()) + " " + moment(start) + " ~ " + CLOCK.format(end.atZone(zone));
    }

    /** {@code 20:00}; the day is named where it is another than in Seoul. */
    public String moment(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        boolean sameDay = there.toLocalDate().equals(Times.day(at));
        DateTimeFormatter day = Texts.isEnglish(Texts.locale()) ? DAY_EN : DAY_KO;
        return sameDay ? CLOCK.format(there) : day.format(there) + " " + CLOCK.format(there);
    }
}
