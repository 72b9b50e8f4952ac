package live.onair.simulcast;

import live.onair.kernel.Refusal;

/** Why a command about simulcast was not carried out. */
public enum SimulcastRefusal implements Refusal {
    /** It is not in the list. */
    NO_SUCH_TARGET("그런 송출 대상이 없습니다: {id}", "There is no such target: {id}."),
    /** Its name is empty or too long. */
    NAME("이름을 1자에서 60자까지 적어 주세요.", "Give it a name of 1 to 60 characters."),
    /** Another one is called so. */
    NAME_TAKEN("같은 이름의 송출 대상이 있습니다: {name}", "There is a target with this name: {name}."),
    /** It is no address of an RTMP server. */
    ADDRESS(
            "주소는 rtmp:// 또는 rtmps:// 로 시작하고 호스트가 있어야 합니다. 물음표 뒤에는 backup=1 같은 짧은 표시만 두고, 비밀번호나 토큰은 스트림 키에 적어 주세요.",
            "The address begins with rtmp:// or rtmps:// and names a host. After a question mark only short marks such as backup=1 may stand; passwords and tokens belong into the stream key."),
    /** Its host is this machine or lies in the house's own network. */
    ADDRESS_PRIVATE(
            "내부 주소로는 보낼 수 없습니다: {host} (시험용으로는 onair.simulcast.private 설정이 필요합니다)",
            "The host lies in our own network: {host}. For tests, onair.simulcast.private allows it."),
    /** There is no key, or it is none. */
    KEY("스트림 키를 1자에서 255자까지 빈칸 없이 적어 주세요.", "Give a stream key of 1 to 255 characters without spaces."),
    /** Nothing was to be changed. */
    NOTHING("바꿀 것이 없습니다.", "There is nothing to change."),
    /** There are as many as there may be. */
    TOO_MANY("송출 대상은 {max}개까지입니다.", "There are {max} targets at most."),
    /** It is being sent to. */
    SENDING(
            "{name}: 진행 중인 방송에서 켜져 있습니다: {shows}. 먼저 그 방송에서 끄세요.",
            "{name} is switched on for a show that is running: {shows}. Switch it off there first."),
    /** There is no such show. */
    NO_SUCH_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** It was not said. */
    WHICH("켤지 끌지 알려 주세요.", "Say whether it is to be on or off."),
    /** It is over. */
    SHOW_OVER("끝난 방송입니다: {show}", "The show is over: {show}."),
    /** It is put aside. */
    DISABLED("{name}: 쉬게 한 송출 대상입니다. 운영 담당이 다시 쓰게 해야 합니다.", "{name} is put aside; operations can take it up again."),
    /** The backend of the show's channel sends nowhere else. */
    NOT_OFFERED(
            "{backend} 채널은 다른 곳으로 함께 보내지 못합니다: 이 서비스에는 재전송 기능이 없습니다.",
            "A channel on {backend} cannot send elsewhere as well: the service has no forwarding of its own."),
    /** The show is encoded twice, and the target takes one stream. */
    NEEDS_BACKUP(
            "{name}: 이 채널은 이중화(파이프라인 2개)라 두 번째 스트림을 받을 예비 주소가 필요합니다.",
            "{name}: this channel has two pipelines, so the target needs a backup address for the second stream."),
    /** It is so already. */
    ALREADY("{name}: 이미 그렇게 되어 있습니다.", "{name} is switched so already."),
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

    SimulcastRefusal(String ko, String en) {
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
