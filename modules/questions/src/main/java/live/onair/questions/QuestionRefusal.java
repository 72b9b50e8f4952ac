package live.onair.questions;

import live.onair.kernel.Refusal;

/** Why nothing was done about a question. */
public enum QuestionRefusal implements Refusal {
    /** There is none of this number. */
    NO_QUESTION("그런 질문이 없습니다.", "There is no such question."),
    /** Somebody was faster. */
    SETTLED("이미 답했거나 치워 둔 질문입니다.", "The question was answered or set aside already."),
    /** It waits for an answer as it is. */
    OPEN("아직 답하지 않은 질문입니다.", "The question is still open."),
    /** Too long, nothing, or more than a line. */
    ANSWER("답변은 한 줄로 1~{max}자입니다.", "An answer has 1 to {max} characters in one line."),
    /** It would reach nobody. */
    WHERE("채팅과 카드 가운데 하나는 골라 주세요.", "Choose the chat, a card, or both.");

    private final String ko;
    private final String en;

    QuestionRefusal(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    @Override
    public String ko() {
        return ko;
    }

    @Override
    public String en() {
        return en;
    }
}
