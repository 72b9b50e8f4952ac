package live.onair.gifts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.gifts.GiftRows.Condition;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.Gifts.GiftTerms;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.LineUps.LineUp;
import live.onair.sheets.PlainText;
import org.jspecify.annotations.Nullable;

/** A rule as it may be kept. Pure. */
record GiftCheck(String name, Condition condition, List<GiftItem> items) {

    private static final int NAME = 60;
    private static final int CODE = 40;
    private static final int ITEMS = 20;
    private static final int PIECES = 99;
    private static final int MOST = 100_000;

    static Outcome<GiftCheck> read(GiftTerms terms, LineUp lineUp) {
        GiftKind kind = terms.kind();
        if (kind == null) {
            return Outcome.refused(GiftRefusal.KIND.with("field", "kind"));
        }
        List<Reason> wrong = new ArrayList<>();
        String name = line(terms.name(), NAME);
        if (name.isEmpty()) {
            wrong.add(GiftRefusal.NAME.with("field", "name", "max", NAME));
        }
        boolean bundle = kind == GiftKind.BUNDLE;
        Condition condition = new Condition(
                kind,
                kind == GiftKind.SPEND ? null : terms.product(),
                kind == GiftKind.PRODUCT ? terms.pieces() : null,
                kind == GiftKind.SPEND ? terms.spend() : null,
                bundle || (kind == GiftKind.PRODUCT && !Boolean.FALSE.equals(terms.again())),
                bundle ? null : terms.most(),
                !bundle && Boolean.TRUE.equals(terms.once()));
        condition(condition, lineUp, wrong);
        List<GiftItem> items = items(terms.items(), wrong);
        return wrong.isEmpty() ? Outcome.done(new GiftCheck(name, condition, items)) : Outcome.refused(wrong);
    }

    private static void condition(Condition condition, LineUp lineUp, List<Reason> wrong) {
        if (condition.kind() != GiftKind.SPEND
                && lineUp.item(condition.product()).isEmpty()) {
            wrong.add(GiftRefusal.NOT_IN_LINE_UP.with("field", "product"));
        }
        if (condition.kind() == GiftKind.PRODUCT && !isWithin(condition.pieces(), PIECES)) {
            wrong.add(GiftRefusal.PIECES.with("field", "pieces", "max", PIECES));
        }
        Money spend = condition.spend();
        if (condition.kind() == GiftKind.SPEND && (spend == null || spend.minor() < 1)) {
            wrong.add(GiftRefusal.SPEND.with("field", "spend"));
        }
        if (condition.most() != null && !isWithin(condition.most(), MOST)) {
            wrong.add(GiftRefusal.MOST.with("field", "most", "max", MOST));
        }
    }

    private static List<GiftItem> items(@Nullable List<GiftItem> given, List<Reason> wrong) {
        List<GiftItem> items = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        int told = wrong.size();
        for (GiftItem item : given == null ? List.<GiftItem>of() : given) {
            GiftItem kept = new GiftItem(line(item.code(), CODE), line(item.name(), NAME), item.pieces());
            items.add(kept);
            codes.add(kept.code());
            if (kept.code().isEmpty() || kept.name().isEmpty() || !isWithin(kept.pieces(), PIECES)) {
                wrong.add(GiftRefusal.ITEM.with(
                        "field", "items", "line", items.size(), "code", CODE, "name", NAME, "pieces", PIECES));
            }
        }
        if (told == wrong.size() && (items.isEmpty() || items.size() > ITEMS || codes.size() < items.size())) {
            wrong.add(GiftRefusal.ITEMS.with("field", "items", "max", ITEMS));
        }
        return items;
    }

    private static boolean isWithin(@Nullable Integer number, int most) {
        return number != null && number >= 1 && number <= most;
    }

    private static String line(@Nullable String given, int max) {
        String text = PlainText.clean(given);
        return text.length() > max || PlainText.isMarkup(text) ? "" : text;
    }

    /** What it is, in Korean words, as it stands in the event log. */
    String words() {
        Money spend = condition.spend();
        return Stream.of(
                        condition.kind().ko(),
                        condition.product() == null ? "" : condition.product(),
                        condition.pieces() == null ? "" : condition.pieces() + "개마다",
                        spend == null ? "" : spend + " 이상",
                        condition.kind() == GiftKind.PRODUCT && !condition.again() ? "주문당 한 번" : "",
                        condition.most() == null ? "" : "선착순 " + condition.most(),
                        condition.once() ? "한 사람 한 번" : "",
                        items.stream()
                                .map(item -> item.name() + "×" + item.pieces())
                                .collect(Collectors.joining(" + ")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
