package live.onair.cdn;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.scheduling.Interruptions;

/** The kinds of alarm that CDNs raise. */
enum CdnAlarm implements Interruptions.Kind {
    CDN_BAD(
            "CDN 하나가 느리거나 응답하지 않습니다",
            "A CDN is slow or does not answer",
            "CDN 화면에서 전환 계획을 보고 시청자를 옮기세요",
            "Open a plan on the CDN page and move its viewers"),
    ALL_CDNS_BAD(
            "방송의 모든 CDN이 느리거나 응답하지 않습니다",
            "Every CDN of the show is slow or does not answer",
            "자동 규칙이 켜져 있으면 가장 덜 나쁜 CDN에 둡니다. 원본과 채널을 먼저 확인하세요",
            "The automatic rule, where it is on, keeps viewers with the least bad one: look at the origin and the channel first"),
    MOVE_STOPPED(
            "시청자 전환이 스스로 멈췄습니다: 받는 CDN에 문제가 있습니다",
            "A move of viewers has stopped by itself: what receives them is not well",
            "CDN 화면에서 되돌리거나, 원인을 본 뒤 단계를 직접 바꾸세요",
            "Undo it on the CDN page, or stage it yourself once you know why"),
    CDN_UNHEALTHY(
            "CDN의 상태 확인 주소가 응답하지 않습니다",
            "A CDN's health address does not answer as it should",
            "CDN 화면에서 상태를 보고, 방송 전이면 정책에서 비중을 옮기세요",
            "Look at it on the CDN page; before a show, move its weight in the policy"),
    CDN_VIEWERS(
            "한 곳의 시청자가 CDN 하나로 제대로 보지 못하거나 그 CDN을 떠났습니다",
            "Viewers at one place do not watch well by one CDN, or have left it",
            "그 나라와 통신사의 전환 계획을 보고 시청자를 옮기세요. 저절로는 아무도 옮기지 않습니다",
            "Open a plan for that country and network and move its viewers: nobody is moved by itself"),
    CDN_OPEN(
            "CDN이 서명 없는 주소에도 영상을 줍니다",
            "A CDN gives pictures to addresses that are not signed",
            "CDN의 토큰 설정과 키가 맞는지 확인하세요",
            "See whether the CDN checks tokens, by the same key");

    private final Interruptions.AlarmWords words;

    CdnAlarm(String ko, String en, String nextKo, String nextEn) {
        this.words = new Interruptions.AlarmWords(ko, en, nextKo, nextEn);
    }

    /** Whether an alarm of this kind says that a CDN of its show is bad. */
    static boolean isOfShow(String kind) {
        return CDN_BAD.name().equals(kind) || ALL_CDNS_BAD.name().equals(kind);
    }

    /** Of these alarms of a show, the CDNs that are bad by what was seen of them, or were not well before that time. */
    static Set<String> bad(List<Interruptions.Row> alarms, Instant since) {
        return alarms.stream()
                .filter(row -> isOfShow(row.kind()))
                .filter(row -> row.closedAt() == null || row.closedAt().isAfter(since))
                .flatMap(row -> row.facts().keySet().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Interruptions.AlarmWords words() {
        return words;
    }
}
