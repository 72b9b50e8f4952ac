package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What an encoder sends, and how old that is: an old value never looks like a good one. */
final class SignalPane {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private SignalPane() {}

    static Div of(Channels.Row channel, Instant now) {
        Div section = Parts.box("sec on-signal", new H3(Texts.of("signal.title")));
        Channels.Signal signal = channel.signal();
        if (signal == null) {
            section.add(Parts.box("note plain", Parts.text(Texts.of("signal.never"))));
            return section;
        }
        section.add(state(signal, now), ShowPanes.fact("signal.output", Badges.output(signal)));
        if (signal.connected() && signal.width() > 0) {
            section.add(
                    ShowPanes.fact("signal.size", signal.width() + "×" + signal.height()),
                    ShowPanes.fact("signal.fps", "%.0f fps".formatted(signal.fps())),
                    ShowPanes.fact("signal.rate", "%,d kbps".formatted(signal.videoKbps())),
                    ShowPanes.fact("signal.sound", Texts.of(signal.audio() ? "fact.yes" : "fact.no")));
        }
        backend(section, channel, signal);
        section.add(ShowPanes.fact("signal.age", Times.ago(signal.receivedAt(), now)));
        trouble(section, "signal.black", signal.blackSince(), now);
        trouble(section, "signal.freeze", signal.freezeSince(), now);
        trouble(section, "signal.silence", signal.silenceSince(), now);
        return section;
    }

    /** What only some backends have. */
    private static void backend(Div section, Channels.Row channel, Channels.Signal signal) {
        if (signal.pipelines().of() > 1) {
            section.add(pipelines(signal));
        }
        ShowRows.Serving serving = signal.serving();
        if (!channel.isOnEdges()) {
            String address = serving.playback();
            section.add(
                    ShowPanes.fact("signal.playback", address == null ? Texts.of("signal.playback.none") : address));
        }
        if (serving.viewers() != null) {
            section.add(ShowPanes.fact("signal.viewers", "%,d".formatted(serving.viewers())));
        }
        String limit = serving.brokenLimit();
        if (limit != null) {
            section.add(Parts.state("warn", "warn", Texts.of("signal.limit", limit)));
        }
    }

    private static Span pipelines(Channels.Signal signal) {
        String words = Texts.of(
                "signal.pipelines",
                signal.pipelines().running(),
                signal.pipelines().of());
        return signal.isDegraded()
                ? Parts.state("warn", "warn", words + " · " + Texts.of("signal.degraded"))
                : Parts.text(words, "c2", "t13");
    }

    private static Span state(Channels.Signal signal, Instant now) {
        if (Duration.between(signal.receivedAt(), now).compareTo(FRESH) > 0) {
            return Parts.state("stale", "stale", Texts.of("signal.old", Times.ago(signal.receivedAt(), now)));
        }
        if (signal.connected()) {
            return Parts.state("ok", "ok", Texts.of("signal.there"));
        }
        boolean needsNone = signal.output().equals("TEST") || signal.output().equals("FILE");
        return needsNone
                ? Parts.state("ok", "ok", Texts.of("signal.own"))
                : Parts.state("fault", "fault", Texts.of("signal.none"));
    }

    static void trouble(Div section, String key, @Nullable Instant since, Instant now) {
        if (since != null) {
            section.add(Parts.state(
                    "fault", "fault", Texts.of(key, Duration.between(since, now).toSeconds())));
        }
    }
}
