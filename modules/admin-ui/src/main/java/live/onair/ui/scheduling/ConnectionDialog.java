package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import live.onair.scheduling.Encoders.Progress;
import live.onair.scheduling.Encoders.Reach;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.PlanSheet;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What is put into the encoder of a channel: its server addresses, and its key when somebody asks for it. */
final class ConnectionDialog {

    private final Channels.Row channel;
    private final Encoders encoders;
    private final Dialog dialog;
    private final Div servers = Parts.box("col on-gap");
    private final Div keys = Parts.box("col on-gap");
    private final Select<Channels.Input> input = KeyDialog.input();
    private Encoders.@Nullable Connection shown;
    private Encoders.@Nullable Asked asked;
    private Encoders.@Nullable Answer heard;

    private ConnectionDialog(Channels.Row channel, Encoders encoders) {
        this.channel = channel;
        this.encoders = encoders;
        this.dialog = new Dialog(Texts.of("connection.title", channel.name()));
        dialog.setWidth("600px");
        servers.setId("connection-servers");
        keys.setId("connection-keys");
        input.setId("connection-input");
        input.setVisible(!ChannelDialog.takesOurKeys(channel.backend())
                && channel.inputRules().second());
    }

    /** The button that opens it. */
    static Button button(Channels.Row channel, Encoders encoders, Pulse pulse) {
        Button open = new Button(Texts.of("connection"), e -> open(channel, encoders, pulse));
        open.setId("connection-" + channel.id());
        open.setAriaLabel(Texts.of("connection.title", channel.name()));
        return open;
    }

    private static void open(Channels.Row channel, Encoders encoders, Pulse pulse) {
        ConnectionDialog it = new ConnectionDialog(channel, encoders);
        boolean ours = ChannelDialog.takesOurKeys(channel.backend());
        Button read = Actions.button(Encoders.class, "channels.readIngest", it::read);
        Button show = Actions.button(
                Encoders.class,
                "channels.showKey",
                () -> Parts.showed(it.asked(encoders.showKey(channel.id(), it.input.getValue()))));
        show.setVisible(show.isVisible() && !ours);
        Button rotate = Actions.button(Encoders.class, "channels.rotateKey", ours ? it::local : it::certain);
        Div body = Parts.box("col on-gap", Parts.text(it.who(), "c2", "t13"), it.servers, it.input, it.keys);
        it.dialog.add(body);
        it.dialog.getFooter().add(read, show, rotate, new Button(Texts.of("sheet.close"), e -> it.dialog.close()));
        pulse.every(body, it::look);
        if (read.isVisible()) {
            it.read();
        }
        it.look();
        it.told();
        it.dialog.open();
    }

    private String who() {
        return ChannelDialog.takesOurKeys(channel.backend())
                ? Texts.of("connection.keys.ours")
                : Texts.of("connection.keys.theirs", ChannelDialog.word(channel.backend()));
    }

    private void read() {
        Parts.showed(encoders.readIngest(channel.id()));
        look();
    }

    private void local() {
        dialog.close();
        KeyDialog.open(channel, encoders);
    }

    /** What will be called and what becomes of the old key. */
    private void certain() {
        String verb = Actions.label(Encoders.class, "channels.rotateKey");
        new PlanSheet(
                        verb + " · " + channel.name(),
                        verb,
                        () -> KeyDialog.plan(encoders, channel.id(), input.getValue()),
                        hash -> asked(encoders.rotateKey(channel.id(), input.getValue(), null, hash)))
                .named("certain-done")
                .with(Parts.text(words("connection.plan", channel.backend()), "t13"))
                .shown();
    }

    /** The words of this backend, or those of all. */
    private static String words(String key, String backend) {
        return Texts.find(key + "." + backend).orElseGet(() -> Texts.of(key));
    }

    private Outcome<Encoders.NewKey> asked(Outcome<Encoders.NewKey> outcome) {
        if (outcome.isDone()) {
            asked = outcome.orThrow().asked();
            keys.removeAll();
            keys.add(Parts.text(Texts.of("connection.waiting", ChannelDialog.word(channel.backend())), "c2", "t13"));
        }
        return outcome;
    }

    private void look() {
        Encoders.Connection now = encoders.connection(channel.id()).orElse(null);
        if (now != null && !now.equals(shown)) {
            shown = now;
            drawServers(now);
        }
        Encoders.Asked open = asked;
        if (open != null) {
            encoders.answer(channel.id(), open.order()).ifPresent(answer -> answered(open, answer));
        }
    }

    private void answered(Encoders.Asked open, Encoders.Answer answer) {
        if (answer.progress() == Progress.WAITING) {
            if (answer.fault() != null && !answer.equals(heard)) {
                heard = answer;
                keys.removeAll();
                keys.add(Parts.text(Texts.of("connection.trying"), "b", "t13"));
                said(keys, answer.words());
            }
            return;
        }
        asked = null;
        keys.removeAll();
        if (answer.progress() != Progress.FAILED) {
            Outcome<Encoders.Keys> taken =
                    encoders.takeKey(new Encoders.Take(channel.id(), open.order(), open.ticket()));
            if (Parts.showed(taken)) {
                drawKeys(taken.orThrow());
            }
        } else {
            trouble(keys, answer.fault(), answer.words());
            if (answer.oldInDoubt()) {
                keys.add(Parts.text(Texts.of("connection.doubt"), "b", "t13"));
            }
        }
    }

    private void drawServers(Encoders.Connection now) {
        servers.removeAll();
        places(now.doors()).forEach((server, words) -> servers.add(field("connection.server", words, server)));
        if (!servers.getChildren().findAny().isPresent() && now.reach() == Reach.THERE) {
            servers.add(Parts.text(Texts.of("connection.missing"), "c2", "t13"));
        }
        Instant readAt = now.readAt();
        switch (now.reach()) {
            case READING, UNREAD ->
                servers.add(Parts.text(
                        Texts.of(readAt == null ? "connection.reading" : "connection.rereading"), "c3", "t12"));
            case MISSING -> servers.add(Parts.text(words("connection.missing", channel.backend()), "c2", "t13"));
            case FAILED -> trouble(servers, now.fault(), now.words());
            case THERE ->
                servers.add(Parts.text(
                        Texts.of("connection.readAt", readAt == null ? "—" : Times.brief(readAt)), "c3", "t12"));
        }
    }

    private static void trouble(Div where, @Nullable String fault, @Nullable String words) {
        where.add(Parts.text(Texts.of("connection.fault." + fault), "b", "t13"));
        said(where, words);
    }

    private static void said(Div where, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            where.add(Parts.text(Texts.of("connection.words", words), "c3", "t12"));
        }
    }

    /** Each address once, with the words of all that lead there. */
    private static Map<String, String> places(List<Encoders.Door> doors) {
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < doors.size(); i++) {
            places.merge(doors.get(i).server(), name(doors, i), (a, b) -> a + ", " + b);
        }
        return places;
    }

    /** The input, and which of its pipelines when it feeds more than one. */
    private static String name(List<Encoders.Door> doors, int index) {
        Channels.Input input = doors.get(index).input();
        String word = Texts.pick(input.ko(), input.en());
        long all = doors.stream().filter(door -> door.input() == input).count();
        long before = doors.subList(0, index).stream()
                .filter(door -> door.input() == input)
                .count();
        return all == 1 ? word : Texts.of("connection.pipeline", word, before + 1);
    }

    private void drawKeys(Encoders.Keys taken) {
        List<Encoders.Door> doors = new ArrayList<>(shown == null ? List.of() : shown.doors());
        doors.removeIf(door -> door.input() != taken.input());
        for (int i = 0; i < taken.keys().size(); i++) {
            String where = i < doors.size()
                    ? name(doors, i)
                    : Texts.pick(taken.input().ko(), taken.input().en());
            keys.add(field("connection.key", where, taken.keys().get(i)));
        }
    }

    private void told() {
        if (ChannelDialog.takesOurKeys(channel.backend())) {
            for (Channels.Key key : channel.keys()) {
                Instant until = key.validUntil();
                keys.add(ShowPanes.fact(
                        "encoder.key",
                        key.input() + " · " + key.mark() + "… "
                                + (until == null ? "" : Texts.of("encoder.until", Times.brief(until)))));
            }
        }
    }

    /** A value to be copied. */
    private static Div field(String label, String where, String value) {
        TextField text = new TextField(Texts.of(label) + " · " + where);
        text.setReadOnly(true);
        text.setWidthFull();
        text.setValue(value);
        Button copy = new Button(
                Texts.of("key.copy"),
                e -> text.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", value));
        copy.setAriaLabel(Texts.of("key.copy") + " " + text.getLabel());
        Div row = Parts.box("row on-copied", text, copy);
        return row;
    }
}
