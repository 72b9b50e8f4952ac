package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.inventory.KeptRecording;
import live.onair.inventory.KeptRecording.Copies;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What has become of one show's recording where it is kept: copies, size, classes, its end, and how old all that is. */
@Singleton
public class RecordingPane {

    private final Inventory inventory;
    private final Clock clock;

    @Inject
    RecordingPane(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    /**
     * What there is to say.
     *
     * @param recording null if nobody has looked for one
     * @param minutes how old it is, so that it is said anew when it is older
     */
    public record Kept(
            @Nullable KeptRecording recording,
            boolean connected,
            @Nullable String bucket,
            long minutes) {}

    /** Looks it up. */
    public Kept of(String show) {
        Optional<KeptRecording> recording = inventory.recording(show);
        AccountState account = inventory.account();
        Instant at = recording.map(KeptRecording::lookedAt).orElse(null);
        long minutes = at == null ? 0 : Duration.between(at, clock.instant()).toMinutes();
        return new Kept(
                recording.orElse(null), account.connected(), account.archive().bucket(), minutes);
    }

    /** Says it. */
    public Div draw(Kept kept) {
        Div section = Parts.box("sec on-recording", new H3(Texts.of("recording.head")));
        section.setId("show-recording");
        KeptRecording recording = kept.recording();
        if (!kept.connected()) {
            section.add(Parts.state("fault q", "fault", Texts.of("inventory.notConnected")));
        }
        if (recording == null || recording.lookedAt() == null) {
            section.add(unknown(kept));
            return section;
        }
        section.getElement().setAttribute("data-copies", recording.copies().name());
        section.add(state(recording.copies()));
        advise(section, recording);
        if (recording.objects() > 0) {
            facts(section, recording);
        }
        section.add(fact("recording.looked", looked(recording, recording.lookedAt())));
        if (recording.checked() < recording.objects()) {
            section.add(Parts.text(Texts.of("recording.bound", KeptRecording.BOUND), "c2", "t12"));
        }
        if (recording.words() != null) {
            section.add(Parts.text(Texts.of("archive.failed", recording.words()), "c2", "t12", "on-break"));
        }
        return section;
    }

    private static Component unknown(Kept kept) {
        KeptRecording recording = kept.recording();
        String why = recording == null ? null : recording.words();
        if (why != null) {
            return Parts.text(Texts.of("archive.failed", why), "c2", "t13", "on-break");
        }
        boolean nowhere = kept.connected() && kept.bucket() == null;
        return Parts.text(Texts.of(nowhere ? "archive.noBucket" : "recording.unknown"), "c2", "t13");
    }

    private static Component state(Copies copies) {
        String words = Texts.pick(copies.ko(), copies.en());
        return switch (copies) {
            case FAILED -> Parts.state("fault", "fault", words);
            case COPYING, PARTLY -> Parts.state("warn", "warn", words);
            case DONE -> Parts.state("ok", "ok", words);
            case NO_RULE, NOTHING -> Parts.state("ended", "ended", words);
            case UNKNOWN, CHECKING -> Parts.state("stale", "stale", words);
        };
    }

    /** What there is to do. */
    private static void advise(Div section, KeptRecording recording) {
        if (recording.copies() == Copies.FAILED) {
            section.add(
                    Parts.text(
                            Texts.of("recording.failed", recording.failed(), recording.checked()),
                            "on-copy-failed",
                            "b",
                            "t13"),
                    Parts.text(String.valueOf(recording.failedKey()), "mono", "c2", "t12", "on-break"),
                    Parts.text(Texts.of("recording.failed.do"), "t13"));
        } else if (recording.copies() == Copies.NO_RULE || recording.copies() == Copies.PARTLY) {
            section.add(Parts.text(Texts.of("recording." + recording.copies() + ".do"), "c2", "t13"));
        }
        if (recording.asleep()) {
            section.add(Parts.text(Texts.of("recording.asleep"), "t13"));
        }
    }

    private static void facts(Div section, KeptRecording recording) {
        String classes = recording.classes().stream()
                .map(stored -> stored.storage() + " " + "%,d".formatted(stored.objects()))
                .collect(Collectors.joining(" · "));
        Instant gone = recording.goneAt();
        section.add(
                fact("recording.size", Texts.of("recording.size.of", size(recording.bytes()), recording.objects())),
                fact("recording.class", classes),
                fact(
                        "recording.gone",
                        gone == null
                                ? Texts.of("recording.stays")
                                : Times.day(LocalDate.ofInstant(gone, Times.SEOUL))));
    }

    private String looked(KeptRecording recording, Instant at) {
        String ago = Times.ago(at, clock.instant());
        return recording.objects() == 0
                ? ago
                : Texts.of("recording.looked.of", ago, recording.checked(), recording.objects());
    }

    private static String size(long bytes) {
        double left = bytes;
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        while (left >= 1_000 && unit < units.length - 1) {
            left /= 1_000;
            unit++;
        }
        return (unit == 0 ? "%.0f %s" : "%.1f %s").formatted(left, units[unit]);
    }

    private static Div fact(String key, String value) {
        return Parts.box("on-fact", Parts.text(Texts.of(key), "c3"), Parts.text(value, "on-break"));
    }
}
