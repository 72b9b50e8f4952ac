package live.onair.ui.cdn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.kernel.Money;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What CDNs and branches are called on the screen. */
public final class CdnWords {

    private CdnWords() {}

    /** A branch of the policy by its id. */
    public static String branch(String id) {
        return id.equals("default") ? Texts.of("cdn.everybody") : id;
    }

    /** Why a look did not come to what it looked for. */
    public static String lost(CdnLook look) {
        return look.status() == 0
                ? Texts.of("cdn.look.lost")
                : Texts.of("cdn.look.status", String.valueOf(look.status()));
    }

    /** Which variant has the trouble, or is the furthest behind, after what was seen; nothing where it is not told. */
    static String rendition(CdnLook look) {
        String which = look.rendition();
        return which == null
                ? ""
                : " · " + Texts.of(look.status() == 200 ? "cdn.look.behind" : "cdn.look.troubled", which);
    }

    /** A number, or a dash where there is none. */
    static String number(@Nullable Integer value) {
        return value == null ? "-" : String.valueOf(value);
    }

    /** All of it in words: country, network, device, tier. */
    static String branch(Branch branch) {
        String words = String.join(
                " · ",
                Stream.of(
                                word(branch.country()),
                                word(branch.isp()),
                                branch.device() == null ? "" : Texts.of("cdn.device." + branch.device()),
                                branch.tier() == null ? "" : Texts.of("cdn.tier.is", branch.tier()))
                        .filter(one -> !one.isEmpty())
                        .toList());
        return words.isEmpty() ? Texts.of("cdn.everybody") : words;
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A price with its source and day, or that none is known. */
    static String price(@Nullable CdnPrice price) {
        return price == null
                ? Texts.of("cdn.unknown")
                : Texts.of(
                        "cdn.price.is",
                        won(price.wonPerGb()),
                        price.source(),
                        price.asOf().toString());
    }

    /** What viewers cost more, or less, in an hour after they are moved. */
    static String hour(Money more) {
        return Texts.of("cdn.plan.cost.hour", (more.minor() < 0 ? "" : "+") + more);
    }

    /** In whole won where it is, with its fractions where it is not. */
    static String won(BigDecimal amount) {
        return "₩" + String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    /** A line for each price, as the dialog takes it. */
    static String lines(List<CdnPrice> prices) {
        return String.join(
                "\n",
                prices.stream()
                        .map(one -> one.fromGb() + ", " + one.wonPerGb().toPlainString() + ", " + one.source() + ", "
                                + one.asOf())
                        .toList());
    }
}
