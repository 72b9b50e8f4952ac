package live.onair.filter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import live.onair.filter.FilterHit.Reading;

/** Rules made ready: says of each line what becomes of it. Immutable and thread-safe; a new pack is a new filter. */
public final class ChatFilter {

    /** No line is longer; what is longer is refused before it gets here. */
    public static final int LONGEST = 2_000;

    /** So many different things noticed in one line make it wait for a moderator. */
    private static final int FLAGS_THAT_HOLD = 2;

    private static final Comparator<FilterHit> ORDER =
            Comparator.comparingInt(FilterHit::from).thenComparing(FilterHit::rule);
    private static final ThreadLocal<Desk> DESKS = ThreadLocal.withInitial(Desk::new);

    private final FilterRules pack;
    private final Words words;
    private final List<List<Pattern>> expressions;

    /** Makes these rules ready. */
    public ChatFilter(FilterRules pack) {
        this.pack = pack;
        this.words = new Words(pack);
        this.expressions = pack.rules().stream()
                .map(rule -> rule.expressions().stream().map(Expression::of).toList())
                .toList();
    }

    /** The rules it goes by. */
    public FilterRules rules() {
        return pack;
    }

    /**
     * What becomes of the line.
     *
     * @throws IllegalArgumentException for one longer than {@link #LONGEST}
     */
    public FilterVerdict check(String line) {
        if (line.length() > LONGEST) {
            throw new IllegalArgumentException("a line of " + line.length() + " letters; at most " + LONGEST);
        }
        Desk desk = DESKS.get();
        desk.begin(line);
        desk.read(this);
        byExpression(line, desk.hits);
        List<FilterHit> personal = PersonalData.in(line);
        if (desk.hits.isEmpty() && personal.isEmpty()) {
            return new FilterVerdict(FilterAction.ALLOW, List.of(), line);
        }
        return verdict(line, desk.hits, personal);
    }

    private void byExpression(String line, List<FilterHit> hits) {
        for (int i = 0; i < expressions.size(); i++) {
            for (Pattern expression : expressions.get(i)) {
                Matcher matcher = expression.matcher(line);
                while (matcher.find()) {
                    hits.add(hit(i, line, matcher.start(), matcher.end(), Reading.PLAIN));
                }
            }
        }
    }

    private FilterHit hit(int rule, String line, int from, int to, Reading reading) {
        FilterRule named = pack.rules().get(rule);
        return new FilterHit(named.id(), named.action(), from, to, line.substring(from, to), reading);
    }

    private static FilterVerdict verdict(String line, List<FilterHit> found, List<FilterHit> personal) {
        List<FilterHit> hits = new ArrayList<>(personal);
        FilterAction worst = personal.isEmpty() ? FilterAction.ALLOW : FilterAction.MASK;
        for (FilterHit hit : found) {
            if (!isTold(hit, hits)) {
                hits.add(hit);
                worst = hit.action().compareTo(worst) > 0 ? hit.action() : worst;
            }
        }
        if (hits.size() > 1) {
            hits.sort(ORDER);
        }
        boolean several = worst == FilterAction.FLAG && isSeveral(hits);
        return new FilterVerdict(several ? FilterAction.HOLD : worst, hits, masked(line, hits));
    }

    private static boolean isTold(FilterHit hit, List<FilterHit> hits) {
        for (FilterHit other : hits) {
            if (hit.rule().equals(other.rule()) && hit.from() < other.to() && other.from() < hit.to()) {
                return true;
            }
        }
        return false;
    }

    /** Whether so much was noticed that a person should look: {@link #FLAGS_THAT_HOLD} different things. */
    private static boolean isSeveral(List<FilterHit> hits) {
        return hits.size() >= FLAGS_THAT_HOLD
                && hits.stream()
                                .map(hit -> hit.words().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        >= FLAGS_THAT_HOLD;
    }

    static String masked(String line, List<FilterHit> hits) {
        if (hits.stream().noneMatch(hit -> hit.action() == FilterAction.MASK)) {
            return line;
        }
        StringBuilder text = new StringBuilder(line);
        for (FilterHit hit : hits) {
            for (int i = hit.from(); hit.action() == FilterAction.MASK && i < hit.to(); i++) {
                if (!Character.isWhitespace(text.charAt(i))) {
                    text.setCharAt(i, '*');
                }
            }
        }
        return text.toString();
    }

    /** What one thread works with, line after line. */
    private static final class Desk implements WordTrie.Finder {

        private final Signs signs = new Signs();
        private final Letters letters = new Letters();
        private final List<FilterHit> hits = new ArrayList<>();
        private final List<int[]> found = new ArrayList<>();
        private final List<int[]> innocent = new ArrayList<>();
        private String line = "";
        private boolean initials;
        /** Single English letters that are consonants on the other keyboard by chance say nothing: what is meant is typed together. */
        private boolean typed;

        void begin(String text) {
            line = text;
            hits.clear();
        }

        void read(ChatFilter filter) {
            signs.read(line);
            initials = true;
            look(filter, Reading.PLAIN);
            int seen = letters.seen();
            if ((seen & Letters.LATIN) != 0) {
                initials = Readings.keys(line, signs);
                typed = true;
                look(filter, Reading.KEYS);
                typed = false;
            }
            initials = true;
            if (seen != 0 && Readings.isMixed(line)) {
                for (Readings.Sense sense : Readings.Sense.values()) {
                    if (Readings.signs(line, sense, signs)) {
                        look(filter, Reading.LEET);
                    }
                }
            }
        }

        private void look(ChatFilter filter, Reading reading) {
            letters.read(signs);
            found.clear();
            innocent.clear();
            filter.words.find(letters, this);
            for (int[] hit : found) {
                if (!isInnocent(hit)) {
                    hits.add(filter.hit(hit[0], line, letters.from(hit[1]), letters.to(hit[2] - 1), reading));
                }
            }
        }

        private boolean isInnocent(int[] hit) {
            for (int[] word : innocent) {
                if (word[0] <= hit[1] && hit[2] <= word[1]) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void found(Word[] words, int to) {
            for (Word word : words) {
                int from = to - word.length();
                if ((!word.initials() || initials && (!typed || to - from > 1 && letters.areTogether(from, to)))
                        && word.standsAt(letters, from)) {
                    if (word.isInnocent()) {
                        innocent.add(new int[] {from, to});
                    } else {
                        found.add(new int[] {word.rule(), from, to});
                    }
                }
            }
        }
    }
}
