package live.onair.cdn;

import live.onair.kernel.Refusal;

/** Why nothing was done about CDNs. */
public enum CdnRefusal implements Refusal {
    /** There is none of this name. */
    NO_CDN("CDN {cdn}이(가) 없습니다.", "There is no CDN {cdn}."),
    /** The pathway is taken. */
    TAKEN("{cdn}은(는) 이미 있는 CDN입니다.", "There is a CDN {cdn} already."),
    /** Not an id. */
    ID("경로 ID는 영문 소문자, 숫자, 하이픈으로 30자까지입니다.", "A pathway id has up to 30 small letters, digits and hyphens."),
    /** Nothing, or too long. */
    NAME("이름은 1자에서 60자까지입니다.", "A name has 1 to 60 characters."),
    /** Not an address of the web. */
    ADDRESS(
            "{field}: http:// 또는 https://로 시작하는 주소를 적어 주세요.",
            "{field}: give an address that begins with http:// or https://."),
    /** Not the code of a country. */
    COUNTRY("{country}은(는) 나라 코드(ISO 3166-1 두 글자)가 아닙니다.", "{country} is no country code of ISO 3166-1."),
    /** A number that cannot be. */
    RANGE("{field}: {min}에서 {max} 사이의 수를 적어 주세요.", "{field}: give a number from {min} to {max}."),
    /** Prices that cannot be. */
    PRICES(
            "단가는 0GB부터 시작하고, 구간이 겹치지 않으며, 0원 이상이고, 출처와 기준일이 있어야 합니다.",
            "Prices begin at 0 GB, no two from the same volume, not below nothing, each with source and day."),
    /** Somebody changed it meanwhile. */
    STALE("다른 사람이 먼저 바꾸었습니다. 다시 열어 주세요.", "Somebody else changed it first. Open it again."),
    /** Nothing would change. */
    AS_IT_IS("바뀐 내용이 없습니다.", "Nothing would change."),
    /** Viewers are sent there. */
    IN_USE(
            "{cdn}은(는) 지금 정책의 분기 {branches}에서 쓰고 있어 뺄 수 없습니다. 정책에서 먼저 빼 주세요.",
            "{cdn} is used by the branches {branches} of the policy. Take it out of the policy first."),
    /** Viewers cannot be sent there. */
    RETIRED("{cdn}은(는) 뺀 CDN이라 쓸 수 없습니다.", "{cdn} is retired and cannot be used."),
    /** Somebody would be served by nobody. */
    NO_DEFAULT("나라, 통신사, 기기, 등급이 모두 비어 있는 기본 분기가 하나 있어야 합니다.", "There must be one branch for everybody."),
    /** Twice the same viewers. */
    TWIN("분기 {branch}이(가) 두 번 있습니다.", "There are two branches {branch}."),
    /** Too many. */
    MANY("분기는 {max}개까지입니다.", "There can be {max} branches at most."),
    /** A network without its country. */
    ISP("통신사는 나라와 함께 30자까지 적어 주세요.", "A network is given with its country, in up to 30 characters."),
    /** Not the tier of a show. */
    TIER("방송 등급은 1, 2, 3 가운데 하나입니다.", "The tier of a show is 1, 2 or 3."),
    /** Not a part. */
    WEIGHT("분기 {branch}: 비중은 0에서 100까지의 정수입니다.", "Branch {branch}: a weight is a whole number from 0 to 100."),
    /** More or less than everybody. */
    SUM("분기 {branch}: 비중의 합이 {sum}입니다. 100이어야 합니다.", "Branch {branch}: the weights add up to {sum}, not to 100."),
    /** Too long. */
    NOTE("메모는 200자까지입니다.", "A note has up to 200 characters."),
    /** There is none yet. */
    NO_POLICY("정책 {number}이(가) 없습니다.", "There is no policy {number}."),
    /** There is none of this number. */
    NO_MOVE("그런 전환이 없거나 이미 끝났습니다.", "There is no such move, or it is over."),
    /** It goes nowhere. */
    SAME("옮기기 전과 후의 CDN이 같습니다.", "The move goes nowhere: both CDNs are the same."),
    /** One is compared with another. */
    TWO("서로 다른 CDN 두 개를 고르세요.", "Choose two different CDNs."),
    /** Two at once. */
    UNDER_WAY(
            "{from}에서 같은 시청자를 옮기는 전환이 이미 있습니다. 그 전환의 비율을 바꾸거나 되돌려 주세요.",
            "A move of the same viewers from {from} is under way. Stage that one, or undo it."),
    /** Numbers that cannot be. */
    RULE(
            "자동 규칙의 범위: 늦은 응답 200~5000ms, 오래된 조각 6~120초, 연속 2~10번, 한 번에 5~100%, 회복 1~50분.",
            "The rule's bounds: late 200 to 5000 ms, stale 6 to 120 s, 2 to 10 looks, 5 to 100 % a step, 1 to 50 healthy minutes."),
    /** Not one of the policy that counts. */
    NO_BRANCH("지금 정책에 분기 {branch}이(가) 없습니다.", "The policy that counts has no branch {branch}."),
    /** Nobody would be moved. */
    NOBODY("옮길 시청자가 없습니다. {from}의 비중이 어디에서도 0입니다.", "Nobody would be moved: {from} serves nobody here."),
    /** It would be moved to where it came from. */
    NOWHERE("{from} 말고 갈 수 있는 CDN이 없습니다.", "There is no CDN but {from} to go to."),
    /** No plan was looked at, or another one. */
    PLAN_OTHER(
            "보여 드린 계획과 지금 계획이 다릅니다. 계획을 다시 보고 승인해 주세요.",
            "The plan is no longer the one that was shown. Look at it again."),
    /** A token scheme whose key is not told. */
    NO_KEY(
            "{cdn}의 서명 키가 설정(onair.media.edge.keys, onair.cdn.file, CloudFront는 onair.aws.cloudfront.key)에 없습니다. 키를 먼저 설정하거나 토큰을 '없음'으로 두세요.",
            "No key of {cdn} is set (onair.media.edge.keys, onair.cdn.file, onair.aws.cloudfront.key for CloudFront). Set it first, or leave the tokens at none."),
    /** There is no such show. */
    NO_SHOW("방송 {show}을(를) 찾을 수 없습니다.", "There is no show {show}."),
    /** Nobody here can ask it. */
    NO_PURGE(
            "{cdn}의 캐시는 여기에서 비울 수 없습니다. CDN 사업자의 화면에서 비워 주세요.",
            "The caches of {cdn} cannot be purged from here. Use its own console."),
    /** One is enough. */
    PURGING("{show}의 캐시를 {cdn}에서 이미 비우고 있습니다.", "The caches of {cdn} are being purged of {show} already."),
    /** Nobody has read how it is set up. */
    UNREAD(
            "{cdn}의 설정을 계정에서 아직 읽지 못했습니다({why}). 계정에 물어볼 수 있는 CDN인지 확인하고 잠시 뒤 다시 해 주세요.",
            "How {cdn} is set up was not read from its account ({why}). See whether its account can be asked, and try again."),
    /** One is enough. */
    MENDING("{cdn}의 설정을 이미 바꾸는 중입니다.", "The configuration of {cdn} is being changed already."),
    /** There is none of this number, or it has written nothing. */
    NO_MEND(
            "설정 변경 {mend}이(가) 없거나, 아무것도 쓰지 않고 끝났습니다.",
            "There is no change {mend} of a configuration, or it has written nothing."),
    /** Something else stands there now. */
    MEND_OTHER(
            "설정 변경 {mend} 뒤에 {cdn}의 설정이 또 바뀌어 여기에서 되돌릴 수 없습니다. CDN 사업자의 화면에서 확인해 주세요.",
            "{cdn} was changed again after change {mend}, which cannot be taken back from here. Look at its own console."),
    /** No reason was given. */
    REASON("이유를 1자에서 200자까지 적어 주세요.", "Give a reason of 1 to 200 characters.");

    private final String ko;
    private final String en;

    CdnRefusal(String ko, String en) {
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
