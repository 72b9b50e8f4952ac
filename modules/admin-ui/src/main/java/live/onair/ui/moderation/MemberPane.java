package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.Outcome;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.ChatNote;
import live.onair.moderation.ModerationRows.ChatPerson;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** Who said it: what else they said, what was done about them; and who is out of this chat. */
class MemberPane extends Div {

    private static final int RECENT = 20;
    private static final List<Integer> MINUTES = List.of(1, 5, 10, 60, 1_440);
    private static final int USUAL = 10;

    private final transient Moderation moderation;
    private final String show;
    private final transient Runnable after;
    private final Select<Integer> minutes = new Select<>();
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
        this.after = after;
        addClassNames("pane", "on-member-pane");
        minutes.setId("timeout-minutes");
        minutes.setAriaLabel(Texts.of("moderation.minutes"));
        minutes.setItems(MINUTES);
        minutes.setItemLabelGenerator(many -> Texts.of("moderation.minutes.of", many));
        minutes.setValue(USUAL);
        Div body = Parts.region(Parts.box("on-scroll grow col", person, notes, said), Texts.of("moderation.member"));
        // what was done stays in sight whoever is looked at
        Div all = Parts.region(Parts.box("on-scroll on-done col", done, out), Texts.of("moderation.deeds"));
        add(Parts.box("ph2", new H2(Texts.of("moderation.member"))), body, all);
    }

    void show(ChatLine line) {
        member = line.member();
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
            part(person, List.of(who, latest.name(), ban, open), () -> person(latest, ban));
            count.setText(Texts.of("moderation.person", known.lines(), known.shows()));
            part(notes, List.of(known.notes(), known.deeds()), () -> notes(known));
            part(said, lines, () -> said(lines));
        }
        part(out, bans, () -> DoneList.banned(out, bans, this::unban));
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
        ban.ifPresent(one -> name.add(Parts.text(
                one.until() == null
                        ? Texts.of("moderation.banned")
                        : Texts.of("moderation.out", DoneList.until(one.until())),
                "tag",
                "f")));
        name.add(count);
        person.add(name);
        Div hands = Parts.box("row on-wrap on-pad");
        if (ban.isPresent()) {
            hands.add(Actions.button(Moderation.class, "moderation.unban", () -> unban(latest.member())));
        } else {
            Button timeout = timeout(latest);
            timeout.setEnabled(open);
            hands.add(timeout, minutes);
        }
        if (ban.isEmpty() || ban.get().until() != null) {
            Button out = ban(latest);
            out.setEnabled(open);
            hands.add(out);
        }
        hands.add(note(latest));
        person.add(hands);
    }

    private Button timeout(ChatLine latest) {
        Button timeout = Actions.button(Moderation.class, "moderation.timeout", () -> {
            var done = moderation.timeout(show, latest.member(), minutes.getValue(), null);
            if (Parts.showed(done)) {
                takenBack(
                        latest,
                        Texts.of(
                                "moderation.timeout.done",
                                latest.name(),
                                DoneList.until(done.orThrow().until())));
            }
            after.run();
        });
        minutes.setVisible(timeout.isVisible());
        return Keys.on(timeout, "t");
    }

    private void takenBack(ChatLine latest, String words) {
        Undo.offer(words, () -> moderation.unban(show, latest.member()), after);
    }

    private Button ban(ChatLine latest) {
        return Keys.asking(
                Actions.button(
                        Moderation.class,
                        "moderation.ban",
                        () -> BanDialog.open((minutes, why) -> {
                            Outcome<ChatBan> out = minutes == BanDialog.FOR_GOOD
                                    ? moderation.ban(show, latest.member(), why)
                                    : moderation.timeout(show, latest.member(), minutes, why);
                            if (Parts.showed(out)) {
                                takenBack(latest, Texts.of("moderation.banned.done", latest.name()));
                            }
                            after.run();
                        })),
                "b");
    }

    private Button note(ChatLine latest) {
        String verb = Actions.label(Moderation.class, "moderation.note");
        return Keys.asking(
                Actions.button(
                        Moderation.class,
                        "moderation.note",
                        () -> Reasons.text(verb, Texts.of("moderation.note.of"), text -> {
                            if (Parts.showed(moderation.note(show, latest.member(), text))) {
                                Parts.done(Texts.of("moderation.note.done"));
                            }
                            after.run();
                        })),
                "n");
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
        List<ChatDeed> elsewhere =
                of.deeds().stream().filter(deed -> !deed.show().equals(show)).toList();
        if (!elsewhere.isEmpty()) {
            notes.add(Parts.box("ph2", new H2(Texts.of("moderation.before"))));
        }
        for (ChatDeed deed : elsewhere) {
            notes.add(Parts.box(
                    "on-pad t13",
                    Parts.text(DoneList.word(deed)),
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

    private void unban(String who) {
        if (Parts.showed(moderation.unban(show, who))) {
            Parts.done(Texts.of("moderation.unbanned.done"));
        }
        after.run();
    }
}
