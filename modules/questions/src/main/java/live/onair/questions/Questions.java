package live.onair.questions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What viewers of shows ask, the same asked by many as one, and what they were answered. */
@Singleton
@Transactional
@Guarded
public class Questions {

    /** So long is an answer, in characters. */
    public static final int LONGEST = 200;

    private final QuestionBook book;
    private final Answering answering;

    @Inject
    Questions(QuestionBook book, Answering answering) {
        this.book = book;
        this.answering = answering;
    }

    /** What became of a question. */
    public enum QuestionState {
        /** Nobody has answered. */
        OPEN,
        /** All who asked were told. */
        ANSWERED,
        /** It needs no answer. */
        ASIDE
    }

    /**
     * A question, as often as it was asked.
     *
     * @param product what was pinned when it was asked first; null for nothing
     * @param words as it was asked first
     * @param asked how often, of what viewers read
     * @param people how many asked it
     * @param since how often it was asked again since it was answered
     * @param version counts up with each change
     * @param answer null for none
     * @param card the card that keeps the answer; null for none
     */
    public record AskedQuestion(
            long number,
            String show,
            @Nullable String product,
            @Nullable String productName,
            String words,
            int asked,
            int people,
            int since,
            Instant firstAt,
            Instant lastAt,
            QuestionState state,
            int version,
            @Nullable String answer,
            @Nullable String card,
            @Nullable String by,
            @Nullable Instant at) {}

    /**
     * An answer.
     *
     * @param version of the question that was looked at; null not to look
     * @param inChat said to all who are in the chat
     * @param asCard kept as a card of the product, or of the show where nothing was pinned, and shown
     */
    public record QuestionAnswer(
            @Nullable Integer version, @Nullable String text, boolean inChat, boolean asCard) {}

    /** What was asked in a show: open ones first, what most people ask before the rest. */
    @AllowedTo
    public List<AskedQuestion> of(String show) {
        return book.of(show);
    }

    /** Answers it once, for all who asked. */
    @AllowedTo({Role.MODERATOR, Role.ADMIN})
    @Action(id = "questions.answer", ko = "답하기", en = "Answer")
    public Outcome<AskedQuestion> answer(long number, QuestionAnswer answer) {
        return answering.answer(number, answer);
    }

    /** It needs no answer. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "questions.setAside", ko = "치워 두기", en = "Set aside")
    public Outcome<AskedQuestion> setAside(long number) {
        return answering.setAside(number);
    }

    /** It waits for an answer again; what was answered stays said. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "questions.reopen", ko = "다시 열기", en = "Reopen")
    public Outcome<AskedQuestion> reopen(long number) {
        return answering.reopen(number);
    }
}
