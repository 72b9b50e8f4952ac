package live.onair.planning;

import live.onair.kernel.Reason;
import live.onair.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Why planning did not carry out a command. */
public enum PlanningRefusal implements Refusal {
    /** No such template. */
    NO_SUCH_TEMPLATE("그런 템플릿이 없습니다: {id}", "There is no template {id}."),
    /** The name is in use. */
    TEMPLATE_NAME_TAKEN("같은 이름의 템플릿이 있습니다: {name}", "There is a template named {name}."),
    /** Somebody was faster. */
    STALE(
            "그사이 다른 사람이 고쳤습니다. 새로 읽은 뒤 다시 시도해 주세요. (읽은 판 {expected}, 지금 판 {version})",
            "Somebody else has changed it. Read it again, then try once more. (You read {expected}, now {version}.)"),
    /** Neither a show nor fields. */
    TEMPLATE_EMPTY("방송이나 항목 가운데 하나로 템플릿을 만들어 주세요.", "Make a template from a show or from fields."),
    /** A text is too long or missing. */
    TEXT_LENGTH("{field}: 1자에서 {max}자까지 적어 주세요.", "{field} must have 1 to {max} characters."),
    /** A text holds what cannot be shown. */
    TEXT_CONTROL("쓸 수 없는 제어 문자가 들어 있습니다: {field}", "{field} holds control characters."),
    /** The length is out of range. */
    LENGTH_RANGE("방송 길이는 1분에서 24시간까지 됩니다.", "A show lasts 1 minute to 24 hours."),
    /** No such show. */
    NO_SUCH_SHOW("방송 {show}: 찾을 수 없습니다.", "There is no show {show}."),
    /** Nothing to copy, or too much. */
    COPY_COUNT("한 번에 1개에서 {max}개까지 복제할 수 있습니다.", "1 to {max} shows are copied at once."),
    /** Neither a shift nor a start, or both. */
    COPY_UNCLEAR("옮길 시간과 새 시작 시각 가운데 하나만 정해 주세요.", "Give either a shift or a start."),
    /** No weekday. */
    SERIES_DAYS("요일을 하나 이상 고르세요.", "Choose at least one weekday."),
    /** Every how many weeks. */
    SERIES_WEEKS("몇 주마다 되풀이할지 1에서 12까지 정해 주세요.", "Repeat every 1 to 12 weeks."),
    /** Neither an end nor a count. */
    SERIES_END("끝나는 날이나 횟수를 정해 주세요.", "Give a last day or a number of times."),
    /** Too many or none. */
    SERIES_COUNT(
            "회차는 2회에서 {max}회까지 만들 수 있습니다. (지금 조건으로는 {count}회)",
            "A series has 2 to {max} occurrences. (This would be {count}.)"),
    /** The show is in a series already. */
    SERIES_ALREADY("이미 시리즈 {series}의 회차입니다: {show}", "{show} belongs to series {series} already."),
    /** No such series. */
    NO_SUCH_SERIES("그런 시리즈가 없습니다: {id}", "There is no series {id}."),
    /** It was ended. */
    SERIES_ENDED("이미 끝낸 시리즈입니다: {id}", "Series {id} was ended."),
    /** The show is in none. */
    NOT_IN_SERIES("시리즈의 회차가 아닙니다: {show}", "{show} belongs to no series."),
    /** All of it is over. */
    NOTHING_LEFT("바꿀 수 있는 회차가 남아 있지 않습니다.", "No occurrence is left that could be changed."),
    /** A given-up show is no model. */
    SHOW_CANCELLED("취소한 방송으로는 시리즈를 만들 수 없습니다: {show}", "{show} is cancelled: no series can be made of it."),
    /** No such mark. */
    NO_SUCH_MARK("그런 표시가 없습니다.", "There is no such mark."),
    /** Nothing was recorded. */
    MARK_NO_RECORDING("아직 녹화된 내용이 없어 표시할 수 없습니다.", "Nothing is recorded yet that could be marked."),
    /** Before the start or after the end. */
    MARK_OUTSIDE(
            "녹화 범위(00:00:00 ~ {length}) 안의 시각을 골라 주세요.", "Choose a time within the recording (00:00:00 to {length})."),
    /** Neither a position nor an instant. */
    MARK_WHEN("재생 위치와 시각 가운데 하나만 정해 주세요.", "Give either a position or an instant."),
    /** The same twice. */
    MARK_TWICE("같은 자리에 이미 표시가 있습니다: ‘{title}’ ({at})", "There is a mark at that place already: \"{title}\" ({at})."),
    /** Two chapters too near. */
    CHAPTER_NEAR(
            "챕터 사이는 {seconds}초 이상이어야 합니다. 가까운 챕터: ‘{title}’ ({at})",
            "Chapters are at least {seconds} s apart. Near: \"{title}\" ({at})."),
    /** A chapter past its neighbour. */
    CHAPTER_ORDER(
            "다른 챕터를 넘어 옮길 수 없습니다: ‘{title}’ ({at})", "A chapter cannot be moved past another one: \"{title}\" ({at})."),
    /** Too many marks. */
    MARK_COUNT("방송 하나에 표시는 {max}개까지 둘 수 있습니다.", "A show has at most {max} marks."),
    /** No such channel or host. */
    NO_SUCH_TARGET("그런 채널이나 진행자가 없습니다: {id}", "There is no such channel or host: {id}."),
    /** A person's calendar is their own. */
    NOT_YOURS("내 일정은 본인만 만들 수 있습니다.", "Only you can make a calendar of your own shows."),
    /** Too many feeds. */
    FEED_COUNT("구독 주소는 한 사람이 {max}개까지 둘 수 있습니다.", "A person has at most {max} calendar addresses."),
    /** No such feed. */
    NO_SUCH_FEED("그런 구독 주소가 없거나 이미 폐기되었습니다.", "There is no such calendar address, or it is revoked already.");

    private final String ko;
    private final String en;

    PlanningRefusal(String ko, String en) {
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

    /** A text on one line; adds what is wrong with it. */
    static String line(String field, @Nullable String value, int max, java.util.List<Reason> wrong) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > max) {
            wrong.add(TEXT_LENGTH.with("field", field, "max", max));
        } else if (text.codePoints().anyMatch(PlanningRefusal::isUnseen)) {
            wrong.add(TEXT_CONTROL.with("field", field));
        }
        return text;
    }

    private static boolean isUnseen(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT && c != 0x200D
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.UNASSIGNED;
    }
}
