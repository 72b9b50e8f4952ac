package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Who said it: what else they said, what was done about them; and who is out of this chat. */
class MemberPane extends Div {

    private static final int RECENT = 20;

    private final transient Moderation moderation;
    private final String show;
    private final transient Runnable after;
    private final Div body = Parts.region(Parts.box("on-scroll grow col"), Texts.of("moderation.member"));
    private @Nullable String member;
    private transient @Nullable List<?> drawn;

    MemberPane(Moderation moderation, String show, Runnable after) {
        this.moderation = moderation;
        this.show = show;
        this.after = after;
        addClassNames("pane", "on-member-pane");
        add(Parts.box("ph2", new H2(Texts.of("moderation.member"))), body);
    }

    void show(ChatLine line) {
        member = line.member();
        draw();
    }

    void draw() {
        List<ChatBan> bans = moderation.bans(show);
        String who = member;
        List<ChatLine> said =
                who == null ? List.of() : moderation.lines(new Moderation.Wanted(show, null, who, null, null, RECENT));
        List<ChatDeed> deeds = moderation.deeds(show, RECENT);
        List<?> now = List.of(bans, said, deeds);
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        body.removeAll();
        if (said.isEmpty()) {
            body.add(Parts.text(Texts.of("moderation.member.none"), "c2", "t13", "on-pad"));
        } else {
            person(said.get(0), said);
        }
        banned(bans);
        done(deeds);
    }

    private void person(ChatLine latest, List<ChatLine> said) {
        Div hands = Parts.box("row on-wrap on-pad");
        if (latest.banned()) {
            hands.add(Actions.button(Moderation.class, "moderation.unban", () -> unban(latest.member())));
        } else {
            Button ban = Actions.button(
                    Moderation.class,
                    "moderation.ban",
                    () -> Reasons.ask(Actions.label(Moderation.class, "moderation.ban"), true, why -> {
                        if (Parts.showed(moderation.ban(show, latest.member(), why))) {
                            Parts.done(Texts.of("moderation.banned.done", latest.name()));
                        }
                        after.run();
                    }));
            Keys.on(ban, "b");
            hands.add(ban);
        }
        Div lines = Parts.box("col");
        said.forEach(line -> lines.add(Parts.box(
                "on-pad t13",
                Parts.text(Times.seconds(line.at()) + " ", "c3"),
                Parts.text(line.text(), "tx"),
                Parts.text(" " + LineRow.word(line), "c2", "t12"))));
        body.add(Parts.box("on-pad b", Parts.text(latest.name())), hands, lines);
    }

    private void unban(String who) {
        if (Parts.showed(moderation.unban(show, who))) {
            Parts.done(Texts.of("moderation.unbanned.done"));
        }
        after.run();
    }

    private void banned(List<ChatBan> bans) {
        body.add(Parts.box("ph2", new H2(Texts.of("moderation.bans", bans.size()))));
        for (ChatBan ban : bans) {
            body.add(Parts.box(
                    "row on-pad t13",
                    Parts.text(ban.name(), "b"),
                    Parts.text(ban.reason() + " · " + ban.by(), "c2"),
                    Parts.box("push"),
                    Actions.inRow(
                            Moderation.class,
                            "moderation.unban",
                            ban.member(),
                            ban.name(),
                            () -> unban(ban.member()))));
        }
    }

    private void done(List<ChatDeed> deeds) {
        body.add(Parts.box("ph2", new H2(Texts.of("moderation.deeds"))));
        if (deeds.isEmpty()) {
            body.add(Parts.text(Texts.of("moderation.deeds.none"), "c2", "t13", "on-pad"));
        }
        for (ChatDeed deed : deeds) {
            body.add(Parts.box(
                    "on-pad t13",
                    Parts.text(Times.seconds(deed.at()) + " ", "c3"),
                    Parts.text(Texts.of("moderation.deed." + deed.kind().name(), deed.name())),
                    Parts.text(
                            " · " + deed.by() + (deed.told() ? "" : " · " + Texts.of("moderation.untold")),
                            "c2",
                            "t12")));
        }
    }
}
