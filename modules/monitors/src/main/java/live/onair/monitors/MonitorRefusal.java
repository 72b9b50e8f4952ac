package live.onair.monitors;

import live.onair.kernel.Refusal;

/** Why a command about a monitor was not carried out. */
public enum MonitorRefusal implements Refusal {
    /** It is not in the list. */
    NO_SUCH_MONITOR("그런 모니터가 없습니다: {id}", "There is no such monitor: {id}."),
    /** Its name is empty or too long. */
    NAME("이름을 1자에서 60자까지 적어 주세요.", "Give it a name of 1 to 60 characters."),
    /** Another one is called so. */
    NAME_TAKEN("같은 이름의 모니터가 있습니다: {name}", "There is a monitor with this name: {name}."),
    /** It keeps pictures for a time that cannot be. */
    HOURS("보관 시간은 1시간에서 87600시간(10년)까지입니다.", "Pictures are kept for 1 to 87600 hours (10 years)."),
    /** The channel is not there. */
    NO_SUCH_CHANNEL("쓰는 채널이 아닙니다: {channel}", "There is no such channel in use: {channel}."),
    /** There is no such backend for monitors. */
    NO_BACKEND(
            "{backend}에는 기여·감시 스트림이 없습니다. Kinesis Video Streams(kinesis)만 됩니다. 로컬 채널은 방송 모니터에서 봅니다.",
            "{backend} has no streams for contribution and monitoring: only Kinesis Video Streams (kinesis) has. Local channels are seen on the wall."),
    /** It is going away. */
    LEAVING("{name}: 없애는 중입니다.", "{name} is being removed."),
    /** What was approved last is still to be done. */
    BUSY("{name}: 앞서 승인한 일이 아직 끝나지 않았습니다.", "{name}: what was approved before is not done yet."),
    /** Nothing was ever seen of it. */
    NOT_SEEN("{name}: 아직 상태를 확인하지 못해 계획을 세울 수 없습니다.", "{name} was not seen yet: there is nothing to plan from."),
    /** No plan was made, or another one. */
    PLAN_OTHER(
            "보여 드린 계획과 지금 계획이 다릅니다. 계획을 다시 보고 승인해 주세요.",
            "The plan is no longer the one that was shown. Look at it again."),
    /** The plan is too old. */
    PLAN_EXPIRED("계획을 본 지 2분이 지났습니다. 다시 보고 승인해 주세요.", "The plan is older than two minutes. Look at it again."),
    /** No reason was given. */
    REASON("이유를 1자에서 500자까지 적어 주세요.", "Give a reason of 1 to 500 characters."),
    /** The answer is not there yet. */
    SESSION_NOT_YET("세션을 아직 여는 중입니다.", "The session is still being opened."),
    /** It was taken, has ended, or never was. */
    SESSION_GONE(
            "그런 세션이 없거나 이미 받았거나 끝났습니다. 다시 열어 주세요.",
            "There is no such session, or it was taken or has ended. Open one again."),
    /** It was somebody else who asked. */
    SESSION_TICKET("이 세션을 연 사람의 표가 아닙니다.", "This ticket does not open the session.");

    private final String ko;
    private final String en;

    MonitorRefusal(String ko, String en) {
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
