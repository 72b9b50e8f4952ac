package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.scheduling.Channels;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What a tile of the wall tells of its signal. */
final class TileSignal {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private TileSignal() {}

    /** Black, frozen, silent: in words, with how long. */
    static void alarms(Div row, Optional<Channels.Signal> signal, Instant now) {
        row.removeAll();
        signal.ifPresent(told -> {
            SignalPane.trouble(row, "signal.black", told.blackSince(), now);
            SignalPane.trouble(row, "signal.freeze", told.freezeSince(), now);
            SignalPane.trouble(row, "signal.silence", told.silenceSince(), now);
        });
        row.setVisible(row.getComponentCount() > 0);
    }

    /** What comes, and how old that is. */
    static Span age(Channels.Signal signal, Instant now) {
        boolean stale = Duration.between(signal.receivedAt(), now).compareTo(FRESH) > 0;
        boolean told = signal.connected() && signal.width() > 0;
        String what = told
                ? "%d×%d · %,d kbps".formatted(signal.width(), signal.height(), signal.videoKbps())
                : Texts.of("output." + signal.output());
        String words = what + " · " + Times.ago(signal.receivedAt(), now);
        return stale ? Parts.state("stale q", "stale", words) : Parts.text(words, "age");
    }
}
