package live.onair.scheduling;

import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Reason;
import live.onair.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Why scheduling did not carry out a command. */
public enum ShowRefusal implements Refusal {
    /** No such show. */
    NO_SUCH_SHOW("방송 {show}: 찾을 수 없습니다.", "There is no show {show}."),
    /** What is paid for, or lies in an account, is pressed with its plan. */
    PLAN_MISSING(
            "{of}: 먼저 호출 계획을 보고 그 계획으로 눌러 주세요. (항목: plan)", "{of}: look at the plan first and press with it (plan)."),
    /** The press names a plan that was not shown for it, or the state has changed since. */
    PLAN_OTHER(
            "{of}: 보신 계획과 지금 할 일이 다릅니다. 계획을 다시 보고 눌러 주세요.",
            "{of}: what would be done now is not the plan you saw. Look at the plan again."),
    /** A plan counts for two minutes. */
    PLAN_EXPIRED(
            "{of}: 계획을 본 지 2분이 지났습니다. 다시 보고 눌러 주세요.", "{of}: the plan is older than two minutes. Look at it again."),
    /** The backend's adapter says why. */
    PLAN_IMPOSSIBLE("{of}: 계획을 세울 수 없습니다. {why}", "{of} cannot be planned: {why}"),
    /** Somebody was faster. */
    STALE(
            "그사이 다른 사람이 고쳤습니다. 새로 읽은 뒤 다시 시도해 주세요. (읽은 판 {expected}, 지금 판 {version})",
            "Somebody else has changed it. Read it again, then try once more. (You read {expected}, now {version}.)"),
    /** Somebody was faster with the very same field. */
    CHANGED_MEANWHILE(
            "그사이 {changedBy} 님이 바꾼 항목입니다 ({field}). 읽은 값 ‘{was}’, 지금 값 ‘{now}’, 보낸 값 ‘{yours}’",
            "{changedBy} has changed {field} meanwhile. You read \"{was}\", it is \"{now}\" now, you sent \"{yours}\"."),
    /** The life of a show does not go this way. */
    ILLEGAL_TRANSITION(
            "방송 {show}: ‘{fromKo}’ 상태에서는 ‘{toKo}’ 상태로 갈 수 없습니다.", "{show} cannot go from {fromEn} to {toEn}."),
    /** Only the clock does this. */
    AUTOMATIC_ONLY("‘{toKo}’ 상태는 시각에 맞춰 저절로 됩니다. 손으로 바꿀 수 없습니다.", "{toEn} comes by itself at its time, never by hand."),
    /** The command does not fit the state. */
    NOT_NOW("방송 {show}: ‘{fromKo}’ 상태에서는 할 수 없습니다.", "This cannot be done while {show} is {fromEn}."),
    /** The plan of a running show is fixed. */
    TOO_LATE_TO_CHANGE(
            "방송 {show}: ‘{fromKo}’ 상태라 바꿀 수 없습니다 (항목: {fields}). 연장, 중단, 슬레이트만 됩니다.",
            "{show} is {fromEn}, so {fields} cannot be changed. Only extend, stop and slate can be given now."),
    /** Somebody else holds the slot. */
    TAKEN(
            "{resource} {name}: 이미 잡혀 있습니다. {holder} ‘{title}’, {window}",
            "{resource} {name} is taken by {holder} \"{title}\", {window}."),
    /** Two people, not one. */
    SAME_PERSON(
            "마지막으로 고친 사람은 승인할 수 없습니다. 다른 편성 담당이나 관리자가 승인해야 합니다. (고친 사람: {changedBy})",
            "Who made the last change ({changedBy}) cannot approve it. Another merchandiser or administrator must."),
    /** Something required is red. */
    GATE_RED("아직 준비되지 않은 항목이 있습니다: {checksKo}", "Not ready yet: {checksEn}."),
    /** Something advisory is red, and nobody said why it is approved all the same. */
    GATE_ASKS(
            "확인할 항목이 있습니다: {checksKo}. 그래도 승인하려면 이유를 적어 주세요.",
            "To be looked at: {checksEn}. To approve all the same, say why."),
    /** Nothing is red. */
    NOTHING_TO_OVERRIDE("방송 {show}: 막고 있는 항목이 없습니다.", "Nothing holds {show} back."),
    /** A field is empty. */
    FIELD_MISSING("빠진 항목이 있습니다: {field}", "{field} is missing."),
    /** A text is too long or too short. */
    FIELD_LENGTH("글자 수가 맞지 않습니다 ({field}). {min}~{max}자로 적어 주세요.", "{field} must have {min} to {max} characters."),
    /** A text holds what cannot be shown. */
    FIELD_CONTROL("쓸 수 없는 제어 문자가 들어 있습니다: {field}", "{field} holds control characters."),
    /** A number or duration is out of range. */
    FIELD_RANGE("값이 범위를 벗어났습니다 ({field}). {min}부터 {max}까지 됩니다.", "{field} must be from {min} to {max}."),
    /** A text is not of the right form. */
    FIELD_FORM("형식이 맞지 않습니다: {field}", "{field} is not of the right form."),
    /** It ends before it starts. */
    WINDOW_REVERSED("끝 시각이 시작 시각보다 늦어야 합니다. (항목: end)", "The end must be later than the start (end)."),
    /** It lies behind us. */
    WINDOW_PAST("시작 시각이 이미 지났습니다. (항목: start)", "The start has already passed (start)."),
    /** It is over before it was approved. */
    WINDOW_OVER("방송 {show}: 끝 시각이 이미 지났습니다. 시각을 먼저 옮겨 주세요.", "The time of {show} has passed. Move it first."),
    /** The channel, studio or host does not exist. */
    NO_SUCH_RESOURCE("없는 자원입니다: {id} (항목: {field})", "There is no {id} ({field})."),
    /** The channel, studio or host is put away. */
    RESOURCE_ARCHIVED("보관된 자원이라 쓸 수 없습니다: {id} (항목: {field})", "{id} is archived ({field})."),
    /** A name is used twice. */
    NAME_TAKEN("같은 이름이 이미 있습니다: {name}", "The name {name} is in use."),
    /** Shows still need it. */
    STILL_NEEDED("앞으로 쓸 방송이 있어 보관할 수 없습니다: {id} (방송 {show})", "{id} is still needed by {show}."),
    /** The same host twice. */
    HOST_TWICE("같은 진행자가 두 번 들어 있습니다: {id} (항목: hosts)", "{id} is named twice (hosts)."),
    /** A file feed without its file, or with two. */
    SOURCE_UNCLEAR(
            "파일 송출에는 다시보기 방송과 파일 경로 가운데 하나만 필요합니다. (항목: feed)",
            "A file feed needs either the show of a replay or the path of a file (feed)."),
    /** The show to be sent again has nothing to send. */
    SOURCE_EMPTY("방송 {id}: 내보낼 녹화가 없습니다. (항목: feed)", "{id} has no recording to send (feed)."),
    /** A reason is needed. */
    REASON_MISSING("사유를 적어 주세요. (항목: reason)", "A reason is needed (reason)."),
    /** The typed id is another one. */
    CONFIRMATION_WRONG("확인 글이 다릅니다. {show}: 이 글자 그대로 입력해 주세요.", "The confirmation differs. Type {show} exactly."),
    /** The extension ends in the past. */
    EXTENSION_PAST("연장한 끝 시각도 이미 지났습니다. 더 길게 연장해 주세요.", "Even the extended end has passed. Extend by more."),
    /** No room for a rehearsal before the show. */
    REHEARSAL_TOO_LATE(
            "방송 준비가 곧 시작되어 리허설을 할 수 없습니다. ({standby}부터 대기)", "Standby begins at {standby}: too late to rehearse."),
    /** The channel still winds up. */
    CHANNEL_BUSY(
            "방송 {show}: 앞 송출을 마무리하는 중입니다. 잠시 뒤 다시 시도해 주세요.",
            "The last run of {show} is still stopping. Try again shortly."),
    /** Nothing was recorded. */
    NO_RECORDING("방송 {show}: 남은 녹화가 없습니다.", "Nothing was recorded of {show}."),
    /** What viewers see cannot be made to come later. */
    REPLAY_SHOWN(
            "이미 공개된 다시보기라 공개 시각을 미룰 수 없습니다. 먼저 내린 뒤 다시 공개해 주세요. (항목: at)",
            "The replay is shown already, so it cannot come later. Withdraw it first (at)."),
    /** No such moment in the recording. */
    THUMBNAIL_OUTSIDE(
            "녹화 길이({length})를 벗어났습니다. 그 안에서 골라 주세요. (항목: thumbnail)",
            "The recording is {length} long: choose a moment inside it (thumbnail)."),
    /** It is not known yet how long the recording is. */
    THUMBNAIL_EARLY(
            "녹화를 마무리하는 중이라 아직 대표 화면을 고를 수 없습니다. 잠시 뒤 다시 골라 주세요. (항목: thumbnail)",
            "The recording is still being completed. Choose a picture in a moment (thumbnail)."),
    /** An empty or oversized batch. */
    BATCH_SIZE("한 번에 1개부터 {max}개까지 다룰 수 있습니다.", "A batch holds 1 to {max} shows."),
    /** A show twice in a batch. */
    BATCH_TWICE("같은 방송이 두 번 들어 있습니다: {show}", "{show} is in the batch twice."),
    /** No alarm of that id is open. */
    NO_SUCH_INTERRUPTION("열려 있는 알림이 아닙니다: {id}", "No open alarm has the id {id}."),
    /** No check of that code. */
    NO_SUCH_CHECK("없는 점검 항목입니다: {code}", "There is no check {code}."),
    /** Nothing is sent on the channel. */
    INPUT_NOT_RUNNING(
            "채널 {channel}: 송출하고 있지 않아 입력을 바꿀 수 없습니다.",
            "Channel {channel} is not running, so there is nothing to switch."),
    /** Its backend has one input. */
    INPUT_SINGLE("채널 {channel}: 입력이 하나뿐입니다.", "Channel {channel} has one input."),
    /** The other input has no picture. */
    INPUT_DEAD("채널 {channel}: 입력 {input}에 들어오는 화면이 없습니다.", "Input {input} of {channel} has no picture."),
    /** Its backend knows one key at a time. */
    KEY_AT_ONCE(
            "채널 {channel}: 이 채널은 새 키를 만들면 이전 키가 바로 막힙니다. 겹치는 시간 없이 만들어 주세요. (항목: overlap)",
            "On channel {channel} the old key ends at once with a new one: ask without an overlap (overlap)."),
    /** A new key would cut off what is sent. */
    KEY_SENDING(
            "채널 {channel}: 송출 중이라 키를 바꿀 수 없습니다. 이전 키가 바로 막혀 인코더가 끊깁니다. 송출이 끝난 뒤 다시 해 주세요.",
            "Channel {channel} is sending. A new key would cut its encoder off: do it when nothing is sent."),
    /** Only its hash is kept. */
    KEY_NOT_KEPT(
            "채널 {channel}: 키 원문은 저장하지 않아 다시 보여 드릴 수 없습니다. 새로 만들어 주세요.",
            "The key of {channel} is not kept and cannot be shown again. Make a new one."),
    /** The backend is still at it. */
    KEY_NOT_YET(
            "채널 {channel}: 아직 키를 받는 중입니다. 잠시 뒤 다시 시도해 주세요.",
            "The key of {channel} is not here yet. Try again in a moment."),
    /** It was taken, it lapsed, or there never was one. */
    KEY_GONE(
            "채널 {channel}: 받을 키가 없습니다. 이미 받았거나 10분이 지났습니다. 다시 요청해 주세요.",
            "There is no key of {channel} to take: it was taken, or ten minutes have passed. Ask again."),
    /** Somebody else's question. */
    KEY_TICKET("요청한 사람의 표가 아니라 열 수 없습니다. (항목: ticket)", "The ticket does not open this key (ticket)."),
    /** A mark belongs to a picture that is being sent. */
    MARK_NOT_RUNNING(
            "방송 {show}: 채널이 송출하고 있지 않아 표시를 넣을 수 없습니다. 송출이 돌 때 다시 시도해 주세요.",
            "{show} is not being sent, so a mark has no place. Try again while its channel runs."),
    /** A kind that could not travel. */
    MARK_KIND(
            "표시 종류는 영어 소문자로 시작하는 16자까지의 낱말입니다 (소문자, 숫자, -). (항목: kind)",
            "The kind is one word of at most 16 small letters, digits and -, beginning with a letter (kind)."),
    /** More than a stream carries. */
    MARK_SIZE(
            "표시에 담을 수 있는 크기를 {over}바이트 넘었습니다. 줄여 주세요. (항목: payload)", "The mark is {over} bytes too large (payload)."),
    /** Too many marks. */
    MARK_COUNT("방송 {show}: 표시는 {max}개까지 넣을 수 있습니다.", "{show} has {max} marks already; there cannot be more."),
    /** The id belongs to a mark that is another one. */
    MARK_ID_TAKEN("이미 다른 표시에 쓴 식별자입니다: {id} (항목: id)", "Another mark has the id {id} (id)."),
    /** The clock is not held. */
    CLOCK_NOT_HELD("시계 문제로 멈춘 자동 진행이 없습니다.", "Nothing is held because of the clock.");

    private final String ko;
    private final String en;

    ShowRefusal(String ko, String en) {
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

    /** Looks at what came in from outside and gathers all that is wrong with it, each naming its field. */
    static final class InputCheck {

        private final List<Reason> wrong = new ArrayList<>();

        List<Reason> wrong() {
            return wrong;
        }

        void add(Reason reason) {
            wrong.add(reason);
        }

        /** A text on one line. Length is counted in code points after stripping. */
        String line(String field, @Nullable String value, int min, int max) {
            String text = value == null ? "" : value.strip();
            if (text.isEmpty() && min > 0) {
                wrong.add(ShowRefusal.FIELD_MISSING.with("field", field));
            } else if (text.codePoints().anyMatch(c -> isUnseen(c))) {
                wrong.add(ShowRefusal.FIELD_CONTROL.with("field", field));
            } else if (text.codePointCount(0, text.length()) > max || text.codePointCount(0, text.length()) < min) {
                wrong.add(ShowRefusal.FIELD_LENGTH.with("field", field, "min", min, "max", max));
            }
            return text;
        }

        /** A text that may run over several lines. */
        String lines(String field, @Nullable String value, int max) {
            String text = value == null ? "" : value.strip();
            if (text.codePoints().anyMatch(c -> c != '\n' && c != '\r' && c != '\t' && isUnseen(c))) {
                wrong.add(ShowRefusal.FIELD_CONTROL.with("field", field));
            } else if (text.codePointCount(0, text.length()) > max) {
                wrong.add(ShowRefusal.FIELD_LENGTH.with("field", field, "min", 0, "max", max));
            }
            return text;
        }

        long range(String field, long value, long min, long max) {
            if (value < min || value > max) {
                wrong.add(ShowRefusal.FIELD_RANGE.with("field", field, "min", min, "max", max));
            }
            return value;
        }

        /** Control characters, line separators, and marks that turn the writing direction round. */
        private static boolean isUnseen(int c) {
            return Character.isISOControl(c)
                    || c == 0x2028
                    || c == 0x2029
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069)
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.UNASSIGNED;
        }
    }
}
