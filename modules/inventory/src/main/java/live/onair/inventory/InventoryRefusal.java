package live.onair.inventory;

import live.onair.kernel.Refusal;

/** Why the inventory did not carry out a command. */
public enum InventoryRefusal implements Refusal {
    /** AWS is not used here. */
    CLOUD_OFF("이 설치는 AWS를 쓰지 않습니다. (onair.aws.enabled)", "This installation does not use AWS (onair.aws.enabled)."),
    /** The last look brought nothing. */
    NOT_CONNECTED("AWS에 연결되어 있지 않습니다: {why}", "AWS is not connected: {why}"),
    /** Nothing may be changed. */
    READ_ONLY("읽기 전용이라 AWS를 바꾸지 않습니다. (onair.aws.read-only)", "AWS is read-only here (onair.aws.read-only)."),
    /** It is not in the list. */
    NO_SUCH_RESOURCE("그런 자원이 목록에 없습니다: {id}", "There is no such resource: {id}."),
    /** It has no tag of ours. */
    NOT_OURS(
            "{name}: 이 설치의 꼬리표가 없어 건드리지 않습니다. 주인을 확인해 AWS 콘솔에서 지워 주세요.",
            "{name} does not carry this installation's tag and is left alone. Ask its owner to remove it in the AWS console."),
    /** Its channel is on another backend. */
    OTHER_BACKEND(
            "{name}: 채널의 백엔드({backend})와 다른 {service} 자원이라 넘겨받지 않습니다.",
            "{name} is not adopted: its channel is on {backend}, not on {service}."),
    /** There is one already that is ours. */
    TWIN(
            "{name}: 같은 자원이 우리 꼬리표를 달고 이미 있어 넘겨받지 않습니다. ({twin})",
            "{name} is not adopted: there is one already that carries our tag ({twin})."),
    /** It should be there. */
    WANTED("{name}: 지금 필요한 자원이라 치우지 않습니다.", "{name} is wanted and is not cleared away."),
    /** Something else uses it. */
    IN_USE("{name}: 다른 자원이 쓰고 있습니다. 그것부터 치워 주세요.", "Something else uses {name}. Clear that away first."),
    /** A show is running on its channel. */
    SHOW_LIVE(
            "방송 {show} 진행 중이라 채널 {channel}의 자원을 치우지 않습니다.",
            "Show {show} runs on {channel}: nothing of it is cleared away."),
    /** A show is about to start. */
    SHOW_SOON(
            "방송 {show} 시작이 {minutes}분 안이라 채널 {channel}의 자원을 치우지 않습니다.",
            "Show {show} starts on {channel} within {minutes} minutes: nothing of it is cleared away."),
    /** No plan was made, or another one. */
    PLAN_OTHER(
            "보여 드린 계획과 지금 계획이 다릅니다. 계획을 다시 보고 승인해 주세요.",
            "The plan is no longer the one that was shown. Look at it again."),
    /** The plan is too old. */
    PLAN_EXPIRED("계획을 본 지 2분이 지났습니다. 다시 보고 승인해 주세요.", "The plan is older than two minutes. Look at it again."),
    /** No reason was given. */
    REASON("이유를 1자에서 500자까지 적어 주세요.", "Give a reason of 1 to 500 characters.");

    private final String ko;
    private final String en;

    InventoryRefusal(String ko, String en) {
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
