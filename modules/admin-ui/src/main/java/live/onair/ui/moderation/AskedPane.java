package live.onair.ui.moderation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import live.onair.kernel.Outcome;
import live.onair.moderation.Appeals;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.Appeal;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.ReportedLine;
import live.onair.moderation.Reports;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What viewers ask of moderators: lines they reported, those with the most reports first, and appeals against bans. */
class AskedPane extends Div {

    private final transient Moderation moderation;
    private final transient Reports reports;
    private final transient Appeals appeals;
    private final String show;
    private final transient Consumer<ChatLine> chosenOne;
    private final transient Runnable after;
    private final Span count = Parts.text("", "c2", "t13");
    private final Div list = Parts.region(Parts.box("on-scroll grow"), Texts.of("asked.title"));
    private transient @Nullable Seen drawn;

    private record Seen(List<ReportedLine> reported, List<Appeal> appealed) {}

    AskedPane(Facades of, String show, Consumer<ChatLine> chosenOne, Runnable after) {
        this.moderation = of.moderation();
        this.reports = of.reports();
        this.appeals = of.appeals();
        this.show = show;
        this.chosenOne = chosenOne;
        this.after = after;
        addClassNames("pane", "on-asked-pane");
        list.setId("asked");
        add(Parts.box("ph2 on-wrap", new H2(Texts.of("asked.title")), count), list);
    }

    /** What it reads and presses. */
    record Facades(Moderation moderation, Reports reports, Appeals appeals) {}

    void draw() {
        Seen now = new Seen(reports.waiting(show), appeals.waiting(show));
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        count.setText(
                Texts.of("asked.count", now.reported().size(), now.appealed().size()));
        list.removeAll();
        if (now.reported().isEmpty() && now.appealed().isEmpty()) {
            list.add(Parts.text(Texts.of("asked.none"), "c2", "t13", "on-pad"));
        }
        now.appealed().forEach(one -> list.add(row(one)));
        now.reported().forEach(one -> list.add(row(one)));
    }

    private Div row(ReportedLine reported) {
        ChatLine line = reported.line();
        Button who = new Button(line.name(), e -> chosenOne.accept(line));
        who.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        who.setId("reported-by-" + line.number());
        String why = reported.why().stream()
                .map(one -> Texts.of("asked.why." + one.name()))
                .collect(Collectors.joining(", "));
        Div row = Parts.box(
                "hold",
                head(Texts.of("asked.reports", reported.reports()), who, reported.since()),
                Parts.box("q", Parts.text(line.text(), "tx")),
                Parts.text(why, "c2", "t12"),
                hands(line));
        row.setId("reported-" + line.number());
        return row;
    }

    private static Div head(String tag, Component who, Instant at) {
        return Parts.box(
                "row", Parts.text(tag, "tag", "w"), who, Parts.box("push"), Parts.text(Times.seconds(at), "c2", "t12"));
    }

    private Div hands(ChatLine line) {
        String number = String.valueOf(line.number());
        Button hide = Actions.inRow(
                Moderation.class,
                "moderation.hide",
                number,
                line.name(),
                () -> decided(moderation.hide(line.number(), null), "asked.upheld"));
        hide.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Button dismiss = Actions.inRow(
                Reports.class,
                "reports.dismiss",
                number,
                line.name(),
                () -> decided(reports.dismiss(line.number()), "asked.dismissed"));
        return Parts.box("row", hide, dismiss);
    }

    private Div row(Appeal appeal) {
        Div row = Parts.box(
                "hold",
                head(Texts.of("asked.appeal"), Parts.text(appeal.name(), "b"), appeal.at()),
                Parts.box("q", Parts.text(appeal.text(), "tx")),
                Parts.text(Texts.of("asked.banned", appeal.banBy(), appeal.banReason()), "c2", "t12"),
                hands(appeal));
        row.setId("appeal-" + appeal.number());
        return row;
    }

    private Div hands(Appeal appeal) {
        String number = String.valueOf(appeal.number());
        Button grant = Actions.inRow(
                Appeals.class,
                "appeals.grant",
                number,
                appeal.name(),
                () -> decided(appeals.grant(appeal.number(), null), "asked.granted"));
        String verb = Actions.label(Appeals.class, "appeals.refuse");
        Button refuse = Actions.inRow(
                Appeals.class,
                "appeals.refuse",
                number,
                appeal.name(),
                () -> Reasons.ask(
                        verb, true, words -> decided(appeals.refuse(appeal.number(), words), "asked.refused")));
        refuse.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return Parts.box("row", grant, refuse);
    }

    private void decided(Outcome<?> outcome, String words) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words));
        }
        after.run();
    }
}
