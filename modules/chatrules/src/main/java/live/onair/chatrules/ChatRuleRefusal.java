package live.onair.chatrules;

import live.onair.kernel.Refusal;

/** Why nothing was done with a rule. */
public enum ChatRuleRefusal implements Refusal {
    /** There is none of this number, or it was taken away. */
    NO_RULE("그런 규칙이 없습니다.", "There is no such rule."),
    /** Somebody was faster. */
    CHANGED("다른 사람이 먼저 바꿨습니다. 다시 확인해 주세요.", "Somebody else was faster. Look again."),
    /** Nothing to look for. */
    EMPTY("단어나 정규식을 하나 이상 적어 주세요.", "Give at least one word or expression."),
    /** A rule without words is none. */
    EMPTY_SHIPPED("단어를 모두 빼는 대신 규칙을 꺼 주세요.", "Disable the rule instead of leaving out all its words."),
    /** More than a person keeps an eye on. */
    TOO_MANY("한 규칙에 단어와 정규식은 {max}개까지입니다.", "A rule has up to {max} words and expressions."),
    /** More rules than that slow each line down. */
    TOO_MANY_RULES("규칙은 {max}개까지입니다. 쓰지 않는 규칙을 지워 주세요.", "There are up to {max} rules. Remove some first."),
    /** Cannot be read. */
    UNREADABLE("‘{words}’: 읽을 수 없습니다. 괄호와 기호를 확인해 주세요.", "\"{words}\" cannot be read ({why})."),
    /** The filter compares letters: signs alone it would find everywhere, or nowhere. */
    NO_LETTERS(
            "‘{words}’: 글자가 없어 찾을 수 없습니다. 글자를 하나 이상 적거나, 기호는 정규식으로 적어 주세요.",
            "\"{words}\" has no letters to look for. Write a letter, or the signs as an expression."),
    /** It says what becomes of a line. */
    ACTION("처리 방법을 골라 주세요.", "Choose what becomes of a line."),
    /** Too long. */
    NOTE("설명은 200자까지입니다.", "A note has up to 200 characters."),
    /** Too long, or nothing. */
    LINE("시험할 문장은 1~300자입니다.", "A line to test has 1 to 300 characters.");

    private final String ko;
    private final String en;

    ChatRuleRefusal(String ko, String en) {
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
