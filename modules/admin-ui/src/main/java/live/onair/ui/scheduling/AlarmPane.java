package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows.CloudAlarm;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What the alarms say that CloudWatch keeps for the show, and how old that is. */
final class AlarmPane {

    private static final Duration FRESH = Duration.ofSeconds(40);

    private AlarmPane() {}

    /** Nothing is drawn for a channel whose backend keeps no alarms. */
    static Div of(Channels.Row channel, List<CloudAlarm> alarms, Instant now) {
        if (channel.isOnEdges()) {
            return new Div();
        }
        Div section = Parts.box("sec on-cloud-alarms", new H3(Texts.of("alarms.title")));
        if (alarms.isEmpty()) {
            section.add(Parts.box("note plain", Parts.text(Texts.of("alarms.none"))));
            return section;
        }
        Instant seenAt = alarms.get(0).seenAt();
        boolean old = Duration.between(seenAt, now).compareTo(FRESH) > 0;
        byKind(alarms).forEach((kind, parts) -> section.add(line(kind, parts, old, now)));
        String age = Times.ago(seenAt, now);
        section.add(
                old ? Parts.state("stale", "stale", Texts.of("alarms.old", age)) : ShowPanes.fact("signal.age", age));
        return section;
    }

    /** In the order in which they come: what rings first. */
    private static Map<String, List<CloudAlarm>> byKind(List<CloudAlarm> alarms) {
        return alarms.stream()
                .collect(Collectors.groupingBy(CloudAlarm::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private static Div line(String kind, List<CloudAlarm> parts, boolean old, Instant now) {
        CloudAlarm worst = parts.get(0);
        String word = Texts.find("alarms.kind." + kind).orElse(kind);
        String state = Texts.of("alarms.state." + worst.state());
        Span said = old
                ? Parts.state("stale", "stale", word + " · " + state)
                : switch (worst.state()) {
                    case RINGS ->
                        Parts.state("fault", "fault", word + " · " + state + where(parts) + since(worst, now));
                    case NO_DATA -> Parts.state("stale", "stale", word + " · " + state);
                    case OK -> Parts.state("ok", "ok", word + " · " + state);
                };
        return Parts.box("line", said);
    }

    private static String where(List<CloudAlarm> parts) {
        if (parts.size() < 2) {
            return "";
        }
        String ringing = parts.stream()
                .filter(alarm -> alarm.state() == CloudAlarm.AlarmState.RINGS)
                .map(CloudAlarm::part)
                .collect(Collectors.joining(", "));
        return " (" + Texts.of("alarms.pipelines", ringing) + ")";
    }

    private static String since(CloudAlarm alarm, Instant now) {
        Instant since = alarm.since();
        return since == null ? "" : " · " + Texts.of("alarms.since", Times.ago(since, now));
    }
}
