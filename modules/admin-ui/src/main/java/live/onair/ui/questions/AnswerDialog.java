package live.onair.ui.questions;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import live.onair.questions.Questions;
import live.onair.questions.Questions.AskedQuestion;
import live.onair.questions.Questions.QuestionAnswer;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;
import org.jspecify.annotations.Nullable;

/** Asks for an answer and where it goes: to all in the chat, onto a card that stays, or both. */
final class AnswerDialog {

    private AnswerDialog() {}

    static void open(Questions questions, AskedQuestion question, Runnable after) {
        String verb = Actions.label(Questions.class, "questions.answer");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("520px");
        TextField words = words();
        Checkbox chat = new Checkbox(Texts.of("questions.inChat"), true);
        chat.setId("answer-chat");
        Checkbox card = new Checkbox(cardLabel(question.productName()), false);
        card.setId("answer-card");
        Button done = Parts.primary(verb, "send");
        done.setId("answer-done");
        Runnable press = () -> ClaimAsk.done(
                () -> questions.answer(
                        question.number(),
                        new QuestionAnswer(question.version(), words.getValue(), chat.getValue(), card.getValue())),
                answered -> {
                    dialog.close();
                    Parts.done(Texts.of("questions.answered", answered.people()));
                    after.run();
                });
        done.addClickListener(e -> press.run());
        words.addKeyDownListener(Key.ENTER, e -> press.run());
        Span who = Parts.text(Texts.of("questions.people", question.people(), question.asked()), "c2", "t13");
        dialog.add(Parts.box("col on-gap", Parts.text(question.words(), "tx"), who, words, chat, card));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        words.focus();
    }

    private static TextField words() {
        TextField words = new TextField(Texts.of("questions.words"));
        words.setId("answer-words");
        words.setWidthFull();
        words.setMaxLength(Questions.LONGEST);
        return words;
    }

    private static String cardLabel(@Nullable String product) {
        return product == null ? Texts.of("questions.asCard.show") : Texts.of("questions.asCard", product);
    }
}
