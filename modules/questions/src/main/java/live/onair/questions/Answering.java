package live.onair.questions;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.moderation.Announcements;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.Cards;
import live.onair.questions.Questions.AskedQuestion;
import live.onair.questions.Questions.QuestionAnswer;
import live.onair.questions.Questions.QuestionState;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What becomes of questions. Works inside the caller's transaction. */
@Singleton
class Answering {

    /** So much of the question stands before the answer in the chat. */
    private static final int QUOTED = 80;

    private final Statements sql;
    private final Clock clock;
    private final QuestionBook book;
    private final Announcements announcements;
    private final Cards cards;
    private final Event<QuestionEvent> events;

    @Inject
    Answering(
            Statements sql,
            Clock clock,
            QuestionBook book,
            Announcements announcements,
            Cards cards,
            Event<QuestionEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.book = book;
        this.announcements = announcements;
        this.cards = cards;
        this.events = events;
    }

    Outcome<AskedQuestion> answer(long number, QuestionAnswer wanted) {
        String words = wanted.text() == null ? "" : wanted.text().strip();
        if (words.isEmpty()
                || words.length() > Questions.LONGEST
                || words.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused(QuestionRefusal.ANSWER.with("max", Questions.LONGEST, "field", "text"));
        }
        if (!wanted.inChat() && !wanted.asCard()) {
            return Outcome.refused(QuestionRefusal.WHERE.with("field", "inChat"));
        }
        return found(number).then(question -> {
            boolean asSeen = wanted.version() == null || wanted.version() == question.version();
            if (!asSeen || !settle(question, QuestionState.ANSWERED, words)) {
                return Outcome.refused(QuestionRefusal.SETTLED.with());
            }
            return told(question, words, wanted).map(card -> {
                sql.run("update questions.question set card_id = ? where number = ?", card.id(), number);
                events.fire(new QuestionEvent.Answered(question.show(), number, question.words(), words));
                return book.find(number).orElseThrow();
            });
        });
    }

    /** The card that keeps it; no id for none. */
    private record Kept(@Nullable String id) {}

    private Outcome<Kept> told(AskedQuestion question, String words, QuestionAnswer wanted) {
        Outcome<Kept> said = Outcome.done(new Kept(null));
        if (wanted.inChat()) {
            said = announcements
                    .say(
                            question.show(),
                            Announcements.Style.HIGHLIGHT,
                            "Q. " + Announcements.quoted(question.words(), QUOTED) + " A. " + words)
                    .map(done -> new Kept(null));
        }
        return wanted.asCard() ? said.then(done -> kept(question, words)) : said;
    }

    private Outcome<Kept> kept(AskedQuestion question, String words) {
        String show = question.product() == null ? question.show() : null;
        Outcome<Card> added = cards.add(new Cards.NewCard(
                CardKind.FAQ, show, question.product(), Announcements.quoted(question.words(), QUOTED), words));
        return added.then(card -> cards.show(question.show(), card.id())).map(card -> new Kept(card.id()));
    }

    Outcome<AskedQuestion> setAside(long number) {
        return found(number).then(question -> {
            if (!settle(question, QuestionState.ASIDE, null)) {
                return Outcome.refused(QuestionRefusal.SETTLED.with());
            }
            events.fire(new QuestionEvent.SetAside(question.show(), number, question.words()));
            return Outcome.done(book.find(number).orElseThrow());
        });
    }

    Outcome<AskedQuestion> reopen(long number) {
        return found(number).then(question -> {
            int changed = sql.run(
                    "update questions.question set state = 'OPEN', version = version + 1, settled_at = null,"
                            + " settled_by = null, answer = null, card_id = null where number = ? and state <> 'OPEN'",
                    number);
            if (changed == 0) {
                return Outcome.refused(QuestionRefusal.OPEN.with());
            }
            events.fire(new QuestionEvent.Reopened(question.show(), number, question.words()));
            return Outcome.done(book.find(number).orElseThrow());
        });
    }

    private Outcome<AskedQuestion> found(long number) {
        return book.find(number)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(QuestionRefusal.NO_QUESTION.with()));
    }

    /** Of two who press at once one does it. */
    private boolean settle(AskedQuestion question, QuestionState to, @Nullable String answer) {
        return sql.run(
                        "update questions.question set state = ?, version = version + 1, settled_at = ?, settled_by = ?,"
                                + " answer = ? where number = ? and state = 'OPEN'",
                        to,
                        clock.instant(),
                        Acting.actor().name(),
                        answer,
                        question.number())
                > 0;
    }
}
