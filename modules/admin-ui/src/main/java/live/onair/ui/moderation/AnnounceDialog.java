package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.moderation.Announcements;
import live.onair.moderation.Announcements.Announcement;
import live.onair.moderation.Announcements.CannedReply;
import live.onair.moderation.Announcements.RepeatedAnnouncement;
import live.onair.moderation.Announcements.Style;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.adreview.ClaimAsk;

/** What is said again and again, the words that are kept, and what was said so far. */
class AnnounceDialog extends Dialog {

    private static final int USUAL_MINUTES = 10;
    private static final int PLACES = 9;
    private static final int RECENT = 30;

    private final transient Announcements announcements;
    private final String show;
    private final transient Runnable after;
    private final Div repeated = Parts.box("col");
    private final Div said = Parts.box("col");

    AnnounceDialog(Announcements announcements, String show, Runnable after) {
        super(Texts.of("announce.title"));
        this.announcements = announcements;
        this.show = show;
        this.after = after;
        setWidth("720px");
        repeated.setId("announce-repeated");
        said.setId("announce-said");
        addClassName("on-announce-dialog");
        add(
                new H3(Texts.of("announce.repeat")),
                begin(),
                repeated,
                new H3(Texts.of("announce.canned")),
                Parts.text(
                        Texts.of("announce.canned.why", Texts.pick("{상품} {가격} {방송}", "{product} {price} {show}")),
                        "c2",
                        "t13"),
                canned(),
                new H3(Texts.of("announce.history")),
                said);
        Button close = new Button(Texts.of("sheet.close"), e -> close());
        close.setId("announce-close");
        getFooter().add(close);
        draw();
    }

    private Div begin() {
        Select<Style> style = AnnounceBar.styles("repeat-style");
        TextField words = AnnounceBar.words("repeat-words", Texts.of("announce.repeat.words"));
        IntegerField minutes = new IntegerField();
        minutes.setId("repeat-minutes");
        minutes.setAriaLabel(Texts.of("announce.minutes"));
        minutes.setSuffixComponent(Parts.text(Texts.of("announce.minutes")));
        minutes.setMin(1);
        minutes.setMax(120);
        minutes.setValue(USUAL_MINUTES);
        minutes.setStepButtonsVisible(true);
        Button begin = Actions.button(Announcements.class, "announcements.repeat", () -> {
            Integer many = minutes.getValue();
            ClaimAsk.done(
                    () -> announcements.repeat(show, style.getValue(), words.getValue(), many == null ? 0 : many),
                    begun -> {
                        words.clear();
                        Parts.done(Texts.of("announce.repeating", begun.minutes()));
                        draw();
                    });
        });
        Div row = Parts.box("row on-wrap", style, words, minutes, begin);
        row.setVisible(Actions.isAllowed(Announcements.class, "announcements.repeat"));
        return row;
    }

    private Div canned() {
        Map<Integer, CannedReply> kept =
                announcements.canned().stream().collect(Collectors.toMap(CannedReply::place, Function.identity()));
        Div list = Parts.box("col");
        for (int place = 1; place <= PLACES; place++) {
            list.add(canned(place, kept.getOrDefault(place, new CannedReply(place, Style.STANDARD, ""))));
        }
        return list;
    }

    private Div canned(int place, CannedReply now) {
        Select<Style> style = AnnounceBar.styles("canned-style-" + place);
        style.setValue(now.style());
        TextField words = AnnounceBar.words("canned-words-" + place, Texts.of("announce.canned.of", place));
        words.setValue(now.text());
        boolean may = Actions.isAllowed(Announcements.class, "announcements.keep");
        style.setReadOnly(!may);
        words.setReadOnly(!may);
        Button keep = Actions.inRow(
                Announcements.class, "announcements.keep", String.valueOf(place), String.valueOf(place), () -> {
                    if (Parts.showed(announcements.keep(place, style.getValue(), words.getValue()))) {
                        Parts.done(
                                Texts.of(words.isEmpty() ? "announce.canned.emptied" : "announce.canned.kept", place));
                        after.run();
                    }
                });
        return Parts.box("row", Parts.text(String.valueOf(place), "on-key"), style, words, keep);
    }

    private void draw() {
        after.run();
        List<RepeatedAnnouncement> now = announcements.repeated(show);
        repeated.removeAll();
        if (now.isEmpty()) {
            repeated.add(Parts.text(Texts.of("announce.repeat.none"), "c2", "t13"));
        }
        now.forEach(one -> repeated.add(row(one)));
        List<Announcement> all = announcements.of(show, RECENT);
        said.removeAll();
        if (all.isEmpty()) {
            said.add(Parts.text(Texts.of("announce.history.none"), "c2", "t13"));
        }
        all.forEach(one -> said.add(Parts.box(
                "t13",
                Parts.text(Times.seconds(one.at()) + " ", "c3"),
                Parts.text(Texts.of("announce.style." + one.style().name()), "tag"),
                Parts.text(" " + one.text(), "tx"),
                Parts.text(
                        " · " + one.by() + (one.told() ? "" : " · " + Texts.of("moderation.untold")), "c2", "t12"))));
    }

    private Div row(RepeatedAnnouncement one) {
        Button end = Actions.inRow(
                Announcements.class, "announcements.end", String.valueOf(one.number()), one.text(), () -> {
                    if (Parts.showed(announcements.end(one.number()))) {
                        Parts.done(Texts.of("announce.ended"));
                    }
                    draw();
                });
        return Parts.box(
                "row t13",
                Parts.text(Texts.of("announce.style." + one.style().name()), "tag"),
                Parts.text(one.text(), "tx", "grow"),
                Parts.text(Texts.of("announce.every", one.minutes(), Times.clock(one.next())), "c2", "t12"),
                end);
    }
}
