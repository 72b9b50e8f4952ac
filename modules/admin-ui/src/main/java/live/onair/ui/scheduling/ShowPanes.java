package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Actions;
import live.onair.ui.Environment;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The panes beside a show: alarms first, then gate, encoder and plan. */
final class ShowPanes {

    private ShowPanes() {}

    static Div alarms(List<Interruptions.Row> rows, Instant now, Interruptions interruptions, Runnable then) {
        Div pane = Parts.box("on-alarm-list");
        rows.stream().filter(r -> r.closedAt() == null).forEach(r -> pane.add(alarm(r, now, interruptions, then)));
        return pane;
    }

    static Div alarm(Interruptions.Row row, Instant now, Interruptions interruptions, Runnable then) {
        H3 what = new H3(Parts.state("fault q", "fault", Texts.pick(row.ko(), row.en())));
        Div alarm = Parts.box(
                "prob fault",
                what,
                Parts.text(Times.ago(row.since(), now), "age"),
                Parts.text(Texts.pick(row.nextKo(), row.nextEn()), "c2", "t13", "wide"));
        cause(alarm, row);
        String by = row.acknowledgedBy();
        if (by != null) {
            alarm.add(Parts.text(Texts.of("alarm.by", by), "c3", "t12", "wide"));
        } else {
            Button see = Actions.button(Interruptions.class, "interruptions.acknowledge", () -> {
                if (Parts.showed(interruptions.acknowledge(row.id(), null))) {
                    then.run();
                }
            });
            alarm.add(Parts.box("wide", see));
        }
        alarm.getElement().setAttribute("data-alarm", row.kind());
        return alarm;
    }

    /** What a backend answered: in the reader's words, and in its own for whoever asks its support. */
    private static void cause(Div alarm, Interruptions.Row row) {
        String fault = row.facts().get("fault");
        if (fault != null) {
            alarm.add(Parts.text(Texts.find("fault." + fault).orElse(fault), "t13", "wide"));
        }
        String message = row.facts().get("message");
        if (message != null) {
            alarm.add(Parts.text(message, "mono", "c2", "t12", "wide", "on-break"));
        }
        String backends = row.facts().get("backend");
        if (backends != null) {
            String words =
                    Arrays.stream(backends.split(", ")).map(ChannelDialog::word).collect(Collectors.joining(", "));
            alarm.add(Parts.text(words, "t13", "wide"));
        }
    }

    static Div gate(String show, List<Gate.Row> checks) {
        UnorderedList list = new UnorderedList();
        list.addClassName("gate");
        long ready = checks.stream().filter(c -> !c.holdsBack()).count();
        checks.stream()
                .sorted((a, b) -> Boolean.compare(b.holdsBack(), a.holdsBack()))
                .forEach(c -> list.add(check(show, c)));
        Div section = Parts.box("sec", new H3(Texts.of("gate.title", ready, checks.size())), list);
        if (checks.isEmpty()) {
            section.add(Parts.text(Texts.of("gate.none"), "c2", "t13"));
        }
        return section;
    }

    /** A check with its word, and where it is put right if it is not as it should be. */
    private static ListItem check(String show, Gate.Row check) {
        ListItem item = new ListItem(Badges.of(check), Parts.text(Texts.pick(check.ko(), check.en())));
        item.addClassName("on-check");
        item.getElement().setAttribute("data-check", check.code());
        Instant at = check.reportedAt();
        if (check.verdict() == Gate.Verdict.RED || check.verdict() == Gate.Verdict.WARN) {
            Anchor fix = new Anchor(check.fixRoute().replace("{show}", show), Texts.of("gate.fix"));
            fix.setRouterIgnore(false);
            item.add(fix);
        } else if (at != null) {
            item.add(Parts.text(Times.brief(at), "c3", "t12"));
        }
        return item;
    }

    /** As the backend told them last; of a local channel that was never asked, as this installation says. */
    private static List<String> servers(Channels.Row channel, Encoders encoders, Environment environment) {
        List<String> told = encoders.connection(channel.id()).stream()
                .flatMap(connection -> connection.doors().stream())
                .map(Encoders.Door::server)
                .distinct()
                .toList();
        boolean ours = ChannelDialog.takesOurKeys(channel.backend());
        return told.isEmpty() && ours ? environment.rtmpUrl().stream().toList() : told;
    }

    static Div encoder(Channels.Row channel, Encoders encoders, Environment environment, Pulse pulse) {
        Div section = Parts.box("sec", new H3(Texts.of("encoder.title", channel.name())));
        boolean ours = ChannelDialog.takesOurKeys(channel.backend());
        servers(channel, encoders, environment).forEach(server -> section.add(fact("encoder.server", server)));
        for (Channels.Key key : channel.keys()) {
            Instant until = key.validUntil();
            section.add(fact(
                    "encoder.key",
                    key.input() + " · " + key.mark() + "… "
                            + (until == null ? "" : Texts.of("encoder.until", Times.brief(until)))));
        }
        if (channel.keys().isEmpty()) {
            section.add(Parts.text(Texts.of(ours ? "encoder.noKey" : "channel.keyElsewhere"), "c2", "t13"));
        }
        Channels.Signal signal = channel.signal();
        if (signal != null && signal.connected() && signal.width() > 0) {
            section.add(fact(
                    "encoder.signal",
                    "%d×%d · %.0f fps · %,d kbps%s"
                            .formatted(
                                    signal.width(),
                                    signal.height(),
                                    signal.fps(),
                                    signal.videoKbps(),
                                    signal.audio() ? "" : " · " + Texts.of("encoder.noSound"))));
        }
        section.add(ConnectionDialog.button(channel, encoders, pulse));
        return section;
    }

    static Div plan(ShowRows.Show show) {
        Div section = Parts.box(
                "sec",
                new H3(Texts.of("show.plan")),
                fact(
                        "show.source",
                        Texts.pick(
                                show.feed().source().ko(), show.feed().source().en())),
                fact("show.warmUp", Times.length(show.airtime().warmUp())),
                fact("show.grace", Times.length(show.airtime().grace())),
                fact("show.reconnectWindow", Texts.of("time.seconds", show.reconnectSeconds())),
                fact("show.changedBy", show.review().changedBy()));
        String approver = show.review().approvedBy();
        if (approver != null) {
            section.add(fact("show.approvedBy", approver));
        }
        return section;
    }

    /** When the replay comes or came, and how it looks. */
    static Div replay(ShowRows.Show show) {
        ShowRows.Replay replay = show.replay();
        Duration picture = replay.thumbnail();
        Div section = Parts.box(
                "sec",
                new H3(Texts.of("replay.head")),
                fact("replay.state", coming(show)),
                fact("replay.words", Texts.of(replay.description() == null ? "replay.words.show" : "replay.words.own")),
                fact("replay.picture", picture == null ? Texts.of("replay.picture.last") : Times.length(picture)));
        section.setId("show-replay");
        section.setVisible(show.state() == ShowState.ENDED || show.state() == ShowState.REPLAY);
        return section;
    }

    private static String coming(ShowRows.Show show) {
        ShowRows.Replay replay = show.replay();
        Instant at = replay.at();
        if (show.state() == ShowState.REPLAY) {
            return Texts.of(replay.published() ? "replay.state.shown" : "replay.state.opening");
        }
        if (replay.length() != null && replay.length().isZero()) {
            return Texts.of("replay.state.empty");
        }
        if (!replay.wanted() || at == null) {
            return Texts.of("replay.state.none");
        }
        return Texts.of(replay.length() == null ? "replay.state.recording" : "replay.state.at", Times.brief(at));
    }

    static Div fact(String key, String value) {
        return Parts.box("on-fact", Parts.text(Texts.of(key), "c3"), Parts.text(value));
    }
}
