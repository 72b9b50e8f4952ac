package live.onair.dns;

import live.onair.kernel.Refusal;

/** Why nothing was done about records. */
public enum DnsRefusal implements Refusal {
    /** Not a name. */
    NAME(
            "{name}은(는) 도메인 이름이 아닙니다. live.example.com처럼 적어 주세요.",
            "{name} is no domain name. Write it like live.example.com."),
    /** Nobody watches it. */
    NO_NAME("{name}은(는) 살피고 있는 이름이 아닙니다. 먼저 이름을 넣어 주세요.", "{name} is not watched. Add the name first."),
    /** There are too many. */
    MANY_NAMES("이름은 {max}개까지 살필 수 있습니다.", "Up to {max} names can be watched."),
    /** It was not looked at yet. */
    UNSEEN(
            "{name}에 지금 무엇이 있는지 아직 읽지 못했습니다. 잠시 뒤 다시 해 주세요.",
            "What stands at {name} was not read yet. Try again in a moment."),
    /** What stands there could not be read. */
    UNREADABLE(
            "{name}의 레코드를 읽지 못해 바꿀 수 없습니다: {why}",
            "The records at {name} could not be read, so they cannot be changed: {why}"),
    /** Nowhere to go. */
    NO_ROUTE("CDN을 하나 이상 적어 주세요.", "Name at least one CDN."),
    /** Too many. */
    MANY("CDN은 {max}줄까지입니다.", "There can be {max} lines at most."),
    /** There is none of this name. */
    NO_CDN("CDN {cdn}이(가) 없습니다.", "There is no CDN {cdn}."),
    /** Viewers cannot be sent there. */
    RETIRED("{cdn}은(는) 뺀 CDN이라 쓸 수 없습니다.", "{cdn} is retired and cannot be used."),
    /** Twice the same. */
    TWIN("{line}이(가) 두 번 있습니다.", "{line} is there twice."),
    /** Not a part. */
    WEIGHT("{cdn}: 비중은 0에서 100까지의 정수입니다.", "{cdn}: a weight is a whole number from 0 to 100."),
    /** More or less than everybody. */
    SUM("비중의 합이 {sum}입니다. 100이어야 합니다.", "The weights add up to {sum}, not to 100."),
    /** Two kinds of choosing at one name. */
    MIXED("비중과 나라를 한 이름에 함께 쓸 수 없습니다.", "Weights and countries cannot be used together at one name."),
    /** Not the code of a country. */
    COUNTRY(
            "{country}은(는) 나라 코드(ISO 3166-1 두 글자)도 그 밖의 모두(*)도 아닙니다.",
            "{country} is neither a country code of ISO 3166-1 nor everybody else (*)."),
    /** Somebody would get no answer. */
    NO_DEFAULT("나라로 나눌 때는 그 밖의 모두(*)가 한 줄 있어야 합니다.", "By country there must be one line for everybody else (*)."),
    /** Nothing to lead to. */
    TARGET("{cdn}: 보낼 곳은 도메인 이름이나 IPv4 주소입니다.", "{cdn}: the target is a domain name or an IPv4 address."),
    /** It leads to itself. */
    LOOP(
            "{cdn}: 보낼 곳이 {name} 자신입니다. CDN이 준 이름을 적어 주세요.",
            "{cdn}: the target is {name} itself. Give the name that the CDN has given."),
    /** One name cannot have both. */
    TYPES(
            "보낼 곳은 모두 도메인 이름이거나 모두 주소여야 합니다. 한 이름에 둘을 함께 둘 수 없습니다.",
            "The targets must all be names or all be addresses: one name cannot have both."),
    /** A number that cannot be. */
    TTL("TTL은 {min}초에서 {max}초 사이입니다.", "The TTL is {min} to {max} seconds."),
    /** Not the id of one. */
    HEALTH(
            "{cdn}: 상태 검사 ID는 영문, 숫자, 하이픈으로 64자까지입니다.",
            "{cdn}: the id of a health check has up to 64 letters, digits and hyphens."),
    /** Nothing would change. */
    AS_IT_IS("바뀌는 레코드가 없습니다.", "No record would change."),
    /** No plan was looked at, or another one. */
    PLAN_OTHER(
            "보여 드린 계획과 지금 계획이 다릅니다. 계획을 다시 보고 승인해 주세요.",
            "The plan is no longer the one that was shown. Look at it again."),
    /** Two at once. */
    UNDER_WAY("{name}을(를) 바꾸는 중입니다. 끝난 뒤 다시 해 주세요.", "{name} is being changed. Try again when that is over."),
    /** No reason was given. */
    REASON("이유를 1자에서 200자까지 적어 주세요.", "Give a reason of 1 to 200 characters."),
    /** There is none of this number. */
    NO_CHANGE("변경 {change}이(가) 없습니다.", "There is no change {change}."),
    /** It is not the last one. */
    LATER(
            "{name}에 더 나중 변경 {later}이(가) 있습니다. 그것부터 되돌려 주세요.",
            "{name} has a later change {later}. Take that one back first."),
    /** Somebody else has changed it since. */
    ZONE_OTHER(
            "{name}에 지금 있는 레코드가 그 변경이 쓴 것과 다릅니다. 되돌리는 대신 새 계획을 세워 주세요.",
            "What stands at {name} now is not what that change has written. Make a new plan instead.");

    private final String ko;
    private final String en;

    DnsRefusal(String ko, String en) {
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
