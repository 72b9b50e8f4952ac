package live.onair.claims;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.kernel.Reason;
import live.onair.kernel.Refusal;

/** Why words did not go out. */
public enum ClaimRefusal implements Refusal {
    /** They say what may not be said of these products, or not without proof. */
    FOUND(
            "‘{words}’: {groupKo}({levelKo}). 이렇게 바꿀 수 있습니다: {rewording}",
            "\"{words}\": {groupEn} ({levelEn}). Say instead: {rewording}"),
    /** The show is on air: going on all the same needs a reason. */
    WHY(
            "방송 중입니다. 그대로 내보내려면 이유를 5자에서 500자까지 적어 주세요.",
            "The show is on air: to let it go out as it is, give a reason of 5 to 500 characters.");

    private final String ko;
    private final String en;

    ClaimRefusal(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    /** That this was found. */
    public static Reason found(ClaimFinding finding) {
        return FOUND.with(
                "rule", finding.rule(),
                "group", finding.group().name(),
                "groupKo", finding.group().ko(),
                "groupEn", finding.group().en(),
                "level", finding.level().name(),
                "levelKo", finding.level().ko(),
                "levelEn", finding.level().en(),
                "words", finding.words(),
                "from", finding.from(),
                "to", finding.to(),
                "basis", finding.basis(),
                "allowedBy",
                        finding.allowedBy().stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
                "rewording", finding.rewording());
    }

    /** What the reason says was found. */
    public static ClaimFinding finding(Reason found) {
        String allowed = word(found, "allowedBy");
        Set<ClaimEvidence.Kind> kinds = Arrays.stream(allowed.split(","))
                .filter(kind -> !kind.isEmpty())
                .map(ClaimEvidence.Kind::valueOf)
                .collect(Collectors.toSet());
        return new ClaimFinding(
                word(found, "rule"),
                ClaimGroup.valueOf(word(found, "group")),
                ClaimLevel.valueOf(word(found, "level")),
                word(found, "words"),
                Integer.parseInt(word(found, "from")),
                Integer.parseInt(word(found, "to")),
                word(found, "basis"),
                kinds,
                word(found, "rewording"));
    }

    private static String word(Reason found, String fact) {
        return String.valueOf(found.facts().get(fact));
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
