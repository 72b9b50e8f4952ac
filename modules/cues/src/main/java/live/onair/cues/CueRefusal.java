package live.onair.cues;

import live.onair.kernel.Refusal;

/** Why a command about a cue sheet or a prompter was not carried out. */
public enum CueRefusal implements Refusal {
    /** It is not there. */
    NO_SUCH_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It is over. */
    SHOW_OVER("끝난 방송의 큐시트는 바꿀 수 없습니다: {show}", "The show is over; its cue sheet stays as it is: {show}."),
    /** Somebody else was faster. */
    STALE("그사이 다른 사람이 큐시트를 바꿨습니다. 다시 읽고 바꿔 주세요.", "Somebody else has changed the cue sheet meanwhile. Read it again."),
    /** It was not said. */
    NO_ITEMS("어떤 코너인지 알려 주세요. 모두 지우려면 빈 목록을 주세요.", "Say which items. An empty list takes all of them out."),
    /** More than a sheet can hold. */
    TOO_MANY("큐시트의 코너는 {max}개까지입니다.", "A cue sheet has {max} items at most."),
    /** More acts than an item can have. */
    TOO_MANY_ACTS("{title}: 코너 하나의 액션은 {max}개까지입니다.", "{title}: an item has {max} acts at most."),
    /** One item twice. */
    ITEM_TWICE("같은 코너가 두 번 들어 있습니다: {title}", "An item is in the list twice: {title}."),
    /** An id that is no item of this sheet. */
    NO_SUCH_ITEM("그런 코너가 없습니다: {item}", "There is no such item: {item}."),
    /** It has no name. */
    TITLE("코너 이름을 1자에서 {max}자까지 적어 주세요.", "Give each item a name of 1 to {max} characters."),
    /** A text is too long. */
    TEXT_LONG(
            "{title}: {fieldKo} 글이 너무 깁니다. {max}자까지 적어 주세요.",
            "{title}: the {fieldEn} is too long, {max} characters at most."),
    /** A text holds what nobody can see. */
    TEXT_HIDDEN(
            "{title}: 보이지 않는 글자가 들어 있습니다({fieldKo}). 지우고 다시 적어 주세요.",
            "{title}: the {fieldEn} holds invisible characters. Take them out."),
    /** A text that viewers get holds HTML. */
    TEXT_MARKUP(
            "{title}: {fieldKo}에 HTML 표시는 쓸 수 없습니다. 글만 적어 주세요.",
            "{title}: the {fieldEn} cannot hold HTML. Write plain text."),
    /** It takes no time, or hours. */
    LENGTH("{title}: 길이는 {min}초에서 {max}시간까지입니다.", "{title}: an item takes {min} seconds to {max} hours."),
    /** An act without what it is done to. */
    TARGET("{title}: ‘{actKo}’의 대상을 골라 주세요.", "{title}: choose what \"{actEn}\" is done to."),
    /** It has begun. */
    BEGUN("{title}: 이미 진행한 코너는 바꾸거나 옮길 수 없습니다.", "{title} has begun already and can be neither changed nor moved."),
    /** Nothing was to be changed. */
    AS_IT_IS("바꿀 것이 없습니다.", "There is nothing to change."),
    /** It is neither rehearsed nor on air. */
    NOT_RUNNING("리허설이나 방송 중에만 진행할 수 있습니다: {show}", "A cue sheet runs in a rehearsal or on air only: {show}."),
    /** Somebody else has gone on. */
    MOVED_ON("그사이 다른 사람이 진행했습니다. 지금 코너: {title}", "Somebody else has gone on meanwhile. Now: {title}."),
    /** There is nothing before. */
    NOTHING_BEFORE("되돌아갈 코너가 없습니다.", "There is no item to go back to."),
    /** All of it is done. */
    ALL_DONE("큐시트를 모두 진행했습니다.", "All items of the cue sheet are done."),
    /** The other show has none. */
    NOTHING_TO_COPY("{show}: 큐시트가 비어 있습니다.", "{show} has no cue sheet to copy."),
    /** There are items already. */
    NOT_EMPTY(
            "큐시트가 비어 있을 때만 가져올 수 있습니다. 먼저 코너를 모두 지워 주세요.",
            "A sheet is copied into an empty one only. Take all items out first."),
    /** It says nothing, or too much. */
    MESSAGE("메시지를 1자에서 {max}자까지 적어 주세요.", "Give a message of 1 to {max} characters."),
    /** It is not on the prompter. */
    NO_SUCH_MESSAGE("그런 메시지가 없습니다.", "There is no such message."),
    /** There are too many for a host to read. */
    TOO_MANY_MESSAGES(
            "프롬프터에 메시지가 {max}개 있습니다. 지난 것을 먼저 내려 주세요.",
            "There are {max} messages on the prompter. Clear old ones first.");

    private final String ko;
    private final String en;

    CueRefusal(String ko, String en) {
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
