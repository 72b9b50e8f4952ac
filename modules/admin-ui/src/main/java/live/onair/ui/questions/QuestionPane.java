package live.onair.ui.questions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import live.onair.kernel.Outcome;
import live.onair.questions.Questions;
import live.onair.questions.Questions.AskedQuestion;
import live.onair.questions.Questions.QuestionState;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What viewers ask, what most of them ask first: those that nobody has answered, and behind a press the others. */
public class QuestionPane extends Div {

    /** More than that nobody looks through beside a chat. */
    private static final int MOST = 60;

    private final transient Questions questions;
    private final String show;
    private final Div list = Parts.region(Parts.box("on-scroll"), Texts.of("questions.title"));
    private final Span count = Parts.text("", "c2", "t13");
    private final Button others = new Button("", e -> turn());
    private transient List<AskedQuestion> drawn = List.of();
    private boolean settled;
    private boolean begun;

    /** The questions of this show. */
    public QuestionPane(Questions questions, String show) {
        this.questions = questions;
        this.show = show;
        addClassNames("pane", "on-question-pane");
        list.setId("questions");
        count.setId("question-count");
        others.setId("question-others");
        others.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(Parts.box("ph2", new H2(Texts.of("questions.title")), count, Parts.box("push"), others), list);
    }

    private void turn() {
        settled = !settled;
        begun = false;
        draw();
    }

    /** Draws only what has changed. */
    public void draw() {
        List<AskedQuestion> now = questions.of(show);
        if (begun && now.equals(drawn)) {
            return;
        }
        begun = true;
        drawn = now;
        long open =
                now.stream().filter(one -> one.state() == QuestionState.OPEN).count();
        count.setText(Texts.of("questions.count", open));
        others.setText(settled ? Texts.of("questions.open") : Texts.of("questions.settled", now.size() - open));
        list.removeAll();
        List<AskedQuestion> shown = now.stream()
                .filter(one -> (one.state() == QuestionState.OPEN) != settled)
                .limit(MOST)
                .toList();
        shown.forEach(one -> list.add(row(one)));
        if (shown.isEmpty()) {
            list.add(Parts.box(
                    "on-pad",
                    Parts.text(Texts.of(settled ? "questions.none.settled" : "questions.none"), "c2", "t13")));
        }
    }

    private Div row(AskedQuestion one) {
        Div row = Parts.box(
                "hold",
                Parts.box(
                        "row on-wrap",
                        Parts.text(Texts.of("questions.people", one.people(), one.asked()), "tag", "w"),
                        Parts.text(
                                Objects.requireNonNullElse(one.productName(), Texts.of("questions.noProduct")), "t12"),
                        Parts.box("push"),
                        Parts.text(Times.seconds(one.lastAt()), "c2", "t12")),
                Parts.box("q", Parts.text(one.words(), "tx")));
        row.setId("question-" + one.number());
        if (one.state() != QuestionState.OPEN) {
            row.add(settledAs(one));
        }
        row.add(hands(one));
        return row;
    }

    private static Div settledAs(AskedQuestion one) {
        Div box = Parts.box("col t13");
        String answer = one.answer();
        if (answer != null) {
            box.add(Parts.text(Texts.of("questions.answer", answer), "tx"));
        }
        box.add(Parts.text(
                Texts.of(
                        answer == null ? "questions.asideBy" : "questions.answeredBy",
                        Objects.requireNonNullElse(one.by(), ""),
                        Times.seconds(Objects.requireNonNull(one.at()))),
                "c2",
                "t12"));
        if (one.since() > 0) {
            box.add(Parts.text(Texts.of("questions.since", one.since()), "tag", "w"));
        }
        return box;
    }

    private Div hands(AskedQuestion one) {
        String number = String.valueOf(one.number());
        if (one.state() != QuestionState.OPEN) {
            return Parts.box(
                    "row",
                    Actions.inRow(
                            Questions.class,
                            "questions.reopen",
                            number,
                            one.words(),
                            () -> done(questions.reopen(one.number()), "questions.reopened")));
        }
        return Parts.box(
                "row",
                Actions.inRow(
                        Questions.class,
                        "questions.answer",
                        number,
                        one.words(),
                        () -> AnswerDialog.open(questions, one, this::draw)),
                Actions.inRow(
                        Questions.class,
                        "questions.setAside",
                        number,
                        one.words(),
                        () -> done(questions.setAside(one.number()), "questions.setAside")));
    }

    private void done(Outcome<?> outcome, String words) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words));
        }
        draw();
    }
}
