package live.onair.games;

import live.onair.kernel.Refusal;

/** Why a game was not written, run or taken part in. */
public enum GameRefusal implements Refusal {
    /** The show is not there. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It is not there. */
    NO_GAME("그런 이벤트가 없습니다: {id}", "There is no such game: {id}."),
    /** The show is over. */
    OVER("끝난 방송입니다.", "The show is over."),
    /** Somebody was faster. */
    STALE("다른 사람이 먼저 바꿨습니다. 새로 읽고 다시 해 주세요.", "Somebody has changed it. Read it again."),
    /** It is so already. */
    AS_IT_IS("이미 그렇습니다.", "It is so already."),
    /** So many a show has. */
    TOO_MANY("방송 하나에 {max}개까지입니다.", "A show has {max} at most."),
    /** It was opened. */
    BEGUN("시청자가 참여한 이벤트는 고칠 수 없습니다. 새로 만들어 주세요.", "Viewers have seen it: it cannot change. Write a new one."),
    /** It runs. */
    RUNS("진행 중입니다. 마감한 뒤에 지워 주세요.", "It is open. Close it first."),
    /** The kind. */
    KIND("종류를 골라 주세요: 투표, 퀴즈, 추첨, 시청 보상.", "Choose a kind: poll, quiz, draw or watch-time reward."),
    /** The question. */
    QUESTION("질문이나 제목은 1자에서 {max}자까지의 글입니다.", "The question or title is plain text of 1 to {max} characters."),
    /** The choices. */
    CHOICES(
            "보기는 2개에서 6개까지, 서로 다른 {max}자까지의 글입니다.",
            "There are two to six different choices of up to {max} characters."),
    /** What is right. */
    RIGHT("정답을 하나 이상 보기에서 골라 주세요.", "Mark at least one of the choices as right."),
    /** Nothing is right. */
    ALL_RIGHT("모든 보기가 정답일 수는 없습니다.", "Not every choice can be right."),
    /** The prize. */
    PRIZE("경품은 1자에서 {max}자까지의 글입니다.", "The prize is plain text of 1 to {max} characters."),
    /** How many win. */
    WINNERS("당첨자는 1명에서 {max}명까지입니다.", "There are 1 to {max} winners."),
    /** How long to watch. */
    MINUTES("시청 시간은 1분에서 {max}분까지입니다.", "The time to watch is 1 to {max} minutes."),
    /** How long it runs. */
    SECONDS(
            "진행 시간은 5초에서 2시간까지입니다. 손으로 마감하려면 비워 두세요.",
            "It runs for 5 seconds to 2 hours. Leave it empty to close it by hand."),
    /** When. */
    NOT_NOW("지금은 {stateKo}입니다. 방송중일 때만 열 수 있습니다.", "The show is {stateEn}. Games are opened on air only."),
    /** Once only. */
    ONCE("한 번 연 이벤트는 다시 열 수 없습니다. 새로 만들어 주세요.", "A game is opened once only. Write a new one."),
    /** Nothing to close. */
    NOT_OPEN("진행 중이 아닙니다.", "It is not open."),
    /** Not yet. */
    NOT_CLOSED("마감한 뒤에 결과를 발표할 수 있습니다.", "Close it first, then tell the result."),
    /** Nobody wins. */
    NO_WINNERS("투표에는 당첨자가 없습니다.", "Nobody wins a poll."),
    /** Too late. */
    CLOSED("마감되었습니다.", "It is closed."),
    /** The viewer has no name. */
    VIEWER("시청자 번호가 필요합니다.", "A viewer's number is missing."),
    /** What the viewer chose. */
    CHOICE("보기 가운데 하나를 골라 주세요.", "Choose one of the choices."),
    /** Once each. */
    HAVE_PLAYED("이미 참여했습니다. 바꿀 수 없습니다.", "You have taken part already; it cannot change."),
    /** It is entered by watching. */
    BY_WATCHING("정해진 시간만큼 시청하면 저절로 참여됩니다.", "You are entered by watching for long enough."),
    /** It is not about watching. */
    NOT_BY_WATCHING("시청 시간으로 참여하는 이벤트가 아닙니다.", "This is not entered by watching."),
    /** Nobody of that number. */
    NO_TAG("그 번호로 참여한 시청자가 없습니다: {tag}", "Nobody took part under the number {tag}."),
    /** Too late to exclude. */
    SETTLED("이미 결과를 발표했습니다. 당첨자는 다시 뽑기로 바꿔 주세요.", "The result is told. Draw again instead of a winner."),
    /** Not one of the winners. */
    NO_WINNER("당첨자가 아닙니다: {tag}", "{tag} is no winner."),
    /** All of them win. */
    NOT_DRAWN("뽑은 당첨자가 아니어서 다시 뽑을 수 없습니다.", "All of them won: nobody is drawn again."),
    /** Nobody is left. */
    NOBODY_LEFT("더 뽑을 참여자가 없습니다.", "Nobody is left to be drawn."),
    /** Why. */
    REASON("사유를 {min}자 이상 적어 주세요.", "Give a reason of {min} characters or more."),
    /** The viewer did not win. */
    NOT_WON("당첨자만 연락처를 남길 수 있습니다.", "Only a winner leaves how to be reached."),
    /** Consent. */
    CONSENT("개인정보 수집에 동의해 주세요.", "Your consent to keep it is needed."),
    /** The name. */
    NAME("이름은 1자에서 {max}자까지의 글입니다.", "The name is plain text of 1 to {max} characters."),
    /** The phone. */
    PHONE("전화번호는 숫자 9자리에서 15자리까지입니다.", "The phone number has 9 to 15 digits."),
    /** Too late. */
    TOO_LATE("연락처를 남길 수 있는 기간이 지났습니다.", "The time to leave it is over.");

    private final String ko;
    private final String en;

    GameRefusal(String ko, String en) {
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
