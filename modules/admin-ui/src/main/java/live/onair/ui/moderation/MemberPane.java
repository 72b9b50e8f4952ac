package live.onair.ui.moderation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.ChatNote;
import live.onair.moderation.ModerationRows.ChatPerson;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Who said it: what else they said, what was done about them; and who is out of this chat. */
class MemberPane extends Div {

    private static final int RECENT = 20;

    private final transient Moderation moderation;
    private final String show;
    private final MemberHands hands;
    private final Span count = Parts.text("", "c2", "t12");
    private final Div person = Parts.box("col");
    private final Div notes = Parts.box("col");
    private final Div said = Parts.box("col");
    private final Div out = Parts.box("col");
    private final Div done = Parts.box("col");
    private @Nullable String member;
    private boolean open = true;
    private final transient Map<Div, Object> drawn = new HashMap<>();

    MemberPane(Moderation moderation, String show, Runnable after) {
        this.moderation = moderation;
        this.show = show;
        hands = new MemberHands(moderation, show, after);
        addClassNames("pane", "on-member-pane");
        Div body = Parts.region(
                Parts.box("on-scroll grow col", person, hands, notes, said), Texts.of("moderation.member"));
        // what was done stays in sight whoever is looked at
        Div all = Parts.region(Parts.box("on-scroll on-done col", done, out), Texts.of("moderation.deeds"));
        add(Parts.box("ph2", new H2(Texts.of("moderation.member"))), body, all);
    }

    void show(ChatLine line) {
        member = line.member();
        hands.of(line);
        draw();
    }

    /** Nobody is put out of a chat that is over. */
    void open(boolean now) {
        open = now;
    }

    void draw() {
        List<ChatBan> bans = moderation.bans(show);
        String who = member;
        List<ChatLine> lines =
                who == null ? List.of() : moderation.lines(new Moderation.Wanted(show, null, who, null, null, RECENT));
        if (who == null || lines.isEmpty()) {
            part(
                    person,
                    List.of(),
                    () -> person.add(Parts.text(Texts.of("moderation.member.none"), "c2", "t13", "on-pad")));
        } else {
            Optional<ChatBan> ban =
                    bans.stream().filter(one -> one.member().equals(who)).findFirst();
            ChatPerson known = moderation.person(who);
            ChatLine latest = lines.get(0);
            part(person, List.of(who, latest.name(), ban), () -> person(latest, ban));
            hands.draw(open, ban.isPresent());
            count.setText(Texts.of("moderation.person", known.lines(), known.shows(), known.warnings()));
            part(notes, List.of(known.notes(), known.deeds()), () -> notes(known));
            part(said, lines, () -> said(lines));
        }
        part(out, bans, () -> DoneList.banned(out, bans, hands::unban));
        List<ChatDeed> deeds = moderation.deeds(show, RECENT);
        part(done, deeds, () -> DoneList.deeds(done, deeds));
    }

    /** What has not changed stays as it is: nobody presses on a button that has just been replaced. */
    private void part(Div box, Object now, Runnable draw) {
        if (!now.equals(drawn.put(box, now))) {
            box.removeAll();
            draw.run();
        }
    }

    private void person(ChatLine latest, Optional<ChatBan> ban) {
        Div name = Parts.box("row on-wrap on-pad", Parts.text(latest.name(), "b"));
        name.setId("member-name");
        ban.ifPresent(one -> name.add(Parts.text(DoneList.out(one), "tag", "f")));
        name.add(count);
        person.add(name);
    }

    /** What is known of them from here and elsewhere. */
    private void notes(ChatPerson of) {
        if (!of.notes().isEmpty()) {
            notes.add(Parts.box("ph2", new H2(Texts.of("moderation.notes"))));
        }
        for (ChatNote note : of.notes()) {
            notes.add(Parts.box(
                    "on-pad t13",
                    Parts.text(note.text(), "tx"),
                    Parts.text(" · " + note.by() + " · " + Times.brief(note.at()), "c2", "t12")));
        }
        deeds(Texts.of("moderation.warnings", of.warnings()), of, deed -> deed.kind() == DeedKind.WARN);
        deeds(
                Texts.of("moderation.before"),
                of,
                deed -> deed.kind() != DeedKind.WARN && !deed.show().equals(show));
    }

    private void deeds(String head, ChatPerson of, Predicate<ChatDeed> which) {
        List<ChatDeed> deeds = of.deeds().stream().filter(which).toList();
        if (!deeds.isEmpty()) {
            notes.add(Parts.box("ph2", new H2(head)));
        }
        for (ChatDeed deed : deeds) {
            notes.add(Parts.box(
                    "on-pad t13",
                    deed.kind() == DeedKind.WARN ? Parts.text(deed.reason(), "tx") : Parts.text(DoneList.word(deed)),
                    Parts.text(" · " + deed.by() + " · " + Times.brief(deed.at()), "c2", "t12")));
        }
    }

    private void said(List<ChatLine> lines) {
        lines.forEach(line -> said.add(Parts.box(
                "on-pad t13",
                Parts.text(Times.seconds(line.at()) + " ", "c3"),
                Parts.text(line.text(), "tx"),
                Parts.text(" " + LineRow.word(line), "c2", "t12"))));
    }
}
