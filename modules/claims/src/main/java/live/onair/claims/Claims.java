package live.onair.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Checks product copy, cue lines, notices, captions and hosts' messages against a pack of rules. Pure and thread-safe. */
public final class Claims {

    /** "치료 효과는 없습니다", "의약품이 아닙니다": said of what it is not. */
    private static final Pattern NEGATED =
            Pattern.compile("^(?:[이가을를은는도의와과로성인한]|하|하는|한다는|해|해주는|되는|되|효과|효능|목적|용도|제품|화장품|크림"
                    + "|앰플|세럼|로션|의약품|기능|표현|라고|라는|냐고|인지|말|이란|용|말씀|드릴|수|광고|있다고|있지|들어|된다고|기대|것|건|게|거|으로|보지|빠지는|추천|개발"
                    + "|물으셨는데|물어보셨는데|비교|저도|전혀){0,10}?"
                    + "(?:아니(?![라면])|아닙|아녜|않|없습|없어|없다|없고|없으|못|금지|안돼|안되|안됩|안합|안할|불가|삼가|몰라|모르)");

    /** "없다고는 말씀드릴 수 없어요": of claims that say what is missing. */
    private static final Pattern NOT_SAID = Pattern.compile("^(?:습니)?(?:다고|라고|다는|라는)[^\n]{0,8}?(?:없|아니|아닙|못|않)");

    private static final Pattern REFERRED =
            Pattern.compile("(?:병원|의원|피부과|전문의|의사|의료진|약국)[^\n]{0,6}?(?:상담|진료|방문|(?<!전)문의|가세요|가셔|가시|받으세요|받으시|찾으)");

    /** No copy is longer; what is longer is checked in pieces by whoever has it. */
    public static final int LONGEST = 100_000;

    private final RulePack pack;

    /** Checks by these rules. */
    public Claims(RulePack pack) {
        this.pack = pack;
    }

    /** The rules it checks by. */
    public RulePack pack() {
        return pack;
    }

    /**
     * What the text says that these products may not say; in the order of the text, one for each place and group.
     *
     * @throws IllegalArgumentException for a text longer than {@link #LONGEST}
     */
    public List<ClaimFinding> check(String text, ClaimEvidence evidence) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a text of " + text.length() + " letters; at most " + LONGEST);
        }
        Plain plain = Plain.of(text);
        List<ClaimFinding> found = new ArrayList<>();
        for (RulePack.Rule rule : pack.rules()) {
            if (rule.allowedBy().stream().anyMatch(evidence.kinds()::contains)) {
                continue;
            }
            List<int[]> places = places(rule.match(), plain);
            if (!places.isEmpty()) {
                List<int[]> excepted = places(rule.except(), plain);
                places.stream()
                        .filter(at -> counts(rule, plain, at, excepted))
                        .forEach(at -> found.add(finding(rule, plain, at)));
            }
        }
        return widest(found);
    }

    private static List<int[]> places(List<ClaimPattern> patterns, Plain plain) {
        return patterns.stream().flatMap(one -> one.in(plain).stream()).toList();
    }

    private static boolean counts(RulePack.Rule rule, Plain plain, int[] at, List<int[]> excepted) {
        if (excepted.stream().anyMatch(other -> other[0] < at[1] && at[0] < other[1])) {
            return false;
        }
        if (rule.group() == ClaimGroup.DRUG
                && REFERRED.matcher(plain.sentence(at[0], at[1])).find()) {
            return false;
        }
        return !(rule.negatable() ? NEGATED : NOT_SAID)
                .matcher(plain.rest(at[1]))
                .find();
    }

    private static ClaimFinding finding(RulePack.Rule rule, Plain plain, int[] at) {
        return new ClaimFinding(
                rule.id(),
                rule.group(),
                rule.level(),
                plain.words(at[0], at[1]),
                plain.from(at[0]),
                plain.to(at[1]),
                rule.basis(),
                rule.allowedBy(),
                rule.rewording());
    }

    /** Of findings of one group that lie over each other the gravest, then the widest, is told. */
    private static List<ClaimFinding> widest(List<ClaimFinding> found) {
        List<ClaimFinding> kept = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparing(ClaimFinding::level).thenComparing(one -> one.from() - one.to()))
                .forEach(one -> {
                    boolean covered = kept.stream()
                            .anyMatch(other ->
                                    other.group() == one.group() && other.from() < one.to() && one.from() < other.to());
                    if (!covered) {
                        kept.add(one);
                    }
                });
        return kept.stream()
                .sorted(Comparator.comparingInt(ClaimFinding::from).thenComparing(ClaimFinding::group))
                .toList();
    }
}
