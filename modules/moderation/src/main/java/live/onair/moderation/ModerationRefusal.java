package live.onair.moderation;

import live.onair.filter.ChatName;
import live.onair.kernel.Refusal;

/** Why nothing was done in a chat. */
public enum ModerationRefusal implements Refusal {
    /** There is none. */
    NO_CHAT("이 방송에는 채팅이 없습니다.", "The show has no chat."),
    /** It is not open. */
    CLOSED("채팅이 열려 있지 않습니다.", "The chat is not open."),
    /** There is none of this number. */
    NO_LINE("그런 메시지가 없습니다.", "There is no such message."),
    /** It does not wait. */
    NOT_HELD("검토를 기다리는 메시지가 아닙니다.", "The message does not wait for a decision."),
    /** Viewers do not read it. */
    NOT_SHOWN("시청자에게 보이는 메시지가 아닙니다.", "Viewers do not see this message."),
    /** Nobody took it away. */
    NOT_HIDDEN("숨긴 메시지가 아닙니다.", "The message is not hidden."),
    /** Nobody said anything under it. */
    NO_MEMBER("그런 참여자가 없습니다.", "There is no such member."),
    /** They are out. */
    BANNED("이미 차단된 참여자입니다.", "The member is banned already."),
    /** They are out for a while. */
    TIMED_OUT("잠시 참여할 수 없습니다.", "Out of the chat for a while."),
    /** Out of its bounds. */
    MINUTES("시간은 1~1,440분입니다.", "A timeout has 1 to 1,440 minutes."),
    /** Too long, or nothing. */
    WARNING("경고는 1~{max}자입니다.", "A warning has 1 to {max} characters."),
    /** Too long, or nothing. */
    NOTE("메모는 1~500자입니다.", "A note has 1 to 500 characters."),
    /** Nobody reported it, or somebody has decided. */
    NOT_REPORTED("결정을 기다리는 신고가 없습니다.", "No report waits for a decision."),
    /** None of the reasons there are. */
    REPORT_WHY("신고 사유를 골라 주세요.", "Choose a reason."),
    /** Nobody reports themselves. */
    OWN_LINE("자기 메시지는 신고할 수 없습니다.", "You cannot report your own message."),
    /** A limit against those who report everything. */
    TOO_MANY_REPORTS("신고가 너무 많습니다. 잠시 후 다시 신고해 주세요.", "Too many reports. Please try again later."),
    /** Too long, or nothing. */
    APPEAL("이의 신청은 1~500자입니다.", "An appeal has 1 to 500 characters."),
    /** One for each ban. */
    APPEALED("이미 이의를 신청했습니다.", "You have appealed already."),
    /** There is none, or somebody has decided. */
    NO_APPEAL("결정을 기다리는 이의 신청이 없습니다.", "No appeal waits for a decision."),
    /** Not who banned them. */
    ANOTHER_DECIDES("차단한 사람이 아닌 다른 모더레이터가 결정합니다.", "A moderator other than who banned decides."),
    /** They said so before. */
    ON_DUTY("이미 근무 중입니다.", "You are on duty already."),
    /** They never said that they were. */
    NOT_ON_DUTY("근무 중이 아닙니다.", "You are not on duty."),
    /** Too long. */
    HAND_OVER("인수인계 메모는 1,000자까지입니다.", "A hand-over note has up to 1,000 characters."),
    /** They are not out. */
    NOT_BANNED("차단된 참여자가 아닙니다.", "The member is not banned."),
    /** It stands in the log. */
    REASON("사유를 2자 이상 적어 주세요.", "Say why in 2 characters or more."),
    /** Out of their bounds. */
    SETTINGS("슬로 모드는 0~3,600초, 지연은 0~10초입니다.", "Slow mode is 0 to 3,600 seconds, the delay 0 to 10."),
    /** Somebody was faster. */
    CHANGED("다른 사람이 먼저 바꿨습니다. 다시 확인해 주세요.", "Somebody else was faster. Look again."),
    /** Too long, nothing, or with signs that nobody sees. */
    ANNOUNCEMENT("공지는 한 줄로 1~{max}자입니다.", "An announcement has 1 to {max} characters in one line."),
    /** It stands for nothing. */
    VARIABLE("‘{name}’이(가) 무엇인지 모릅니다. 쓸 수 있는 것: {known}", "\"{name}\" stands for nothing. There are: {known}"),
    /** Nobody knows what it stands for now. */
    NOTHING_PINNED(
            "지금은 ‘{name}’ 자리에 넣을 것이 없습니다. 상품을 먼저 고정해 주세요.",
            "There is nothing for \"{name}\" now. Pin a product first."),
    /** Out of its bounds. */
    EVERY("반복 간격은 1~120분입니다.", "It is repeated each 1 to 120 minutes."),
    /** More than that nobody reads. */
    TOO_MANY_REPEATED("반복 공지는 방송마다 {max}개까지입니다.", "A show has up to {max} repeated announcements."),
    /** Somebody ended it, or the chat is over. */
    NOT_REPEATED("반복하고 있는 공지가 아닙니다.", "It is not being repeated."),
    /** Out of its bounds. */
    PLACE("문구 번호는 1~9입니다.", "Words are kept under 1 to 9."),
    /** Out of its bounds. */
    RETENTION("보관 기간은 7~3,650일입니다.", "Lines are kept for 7 to 3,650 days."),
    /** It stands in the log. */
    EXPORT_WHY("내보내는 이유를 {min}자 이상 적어 주세요.", "Say in {min} characters or more why it is exported."),
    /** It is. */
    SHIELDED("이미 보호 모드입니다.", "The shield is on already."),
    /** It is not. */
    NOT_SHIELDED("보호 모드가 아닙니다.", "The shield is not on."),
    /** Nobody says it any more, or somebody has decided. */
    NO_RAID("결정할 도배가 없습니다.", "There is nothing to decide here any more."),
    /** It is not. */
    NOT_FROZEN("얼린 채팅이 아닙니다.", "The chat is not frozen."),
    /** No line is. */
    NOT_PINNED("고정한 메시지가 없습니다.", "No message is pinned."),
    /** Out of their bounds. */
    RAID_WATCH("도배 기준은 2~100명, 10~600초입니다.", "A raid has 2 to 100 viewers within 10 to 600 seconds."),
    /** It cannot be a name. */
    NAME("이름은 1~20자이고, 보이지 않는 글자는 쓸 수 없습니다.", "A name has 1 to 20 signs that can be seen."),
    /** The chat does not take them in a line either. */
    NAME_WORDS(
            "이 이름은 쓸 수 없습니다. 욕설이나 전화번호 같은 개인정보가 없는 이름을 적어 주세요.",
            "This name cannot be used. Choose one without abuse or personal data such as a phone number."),
    /** An address of a page. */
    NAME_LINK("이름에 링크는 쓸 수 없습니다.", "A name cannot be a link."),
    /** It sounds like somebody who speaks for the show. */
    NAME_STAFF("운영자나 진행자로 보이는 이름은 쓸 수 없습니다.", "A name cannot sound like one of the host team."),
    /** A viewer's number is missing. */
    VIEWER("시청자 번호가 필요합니다.", "A viewer's number is missing.");

    private final String ko;
    private final String en;

    ModerationRefusal(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    /** Why a name is refused. */
    static ModerationRefusal of(ChatName.Wrong name) {
        return switch (name) {
            case SIGNS -> NAME;
            case WORDS -> NAME_WORDS;
            case LINK -> NAME_LINK;
            case STAFF -> NAME_STAFF;
        };
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
