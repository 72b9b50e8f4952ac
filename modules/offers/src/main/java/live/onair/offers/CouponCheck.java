package live.onair.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import live.onair.kernel.Money;
import live.onair.kernel.Reason;
import live.onair.offers.Coupons.CouponTerms;
import live.onair.offers.OfferRows.CouponKind;
import live.onair.offers.OfferRows.Discount;
import live.onair.products.LineUps.LineUpItem;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as it may be kept.
 *
 * @param seconds how long it stays open; null for the rest of the show
 * @param fairStart whether opening it waits for those who see the show late
 */
record CouponCheck(
        String name,
        Discount discount,
        @Nullable Integer quantity,
        int perPerson,
        @Nullable Integer seconds,
        boolean fairStart) {

    private static final int DAY = 86_400;

    /** Reads the terms of a coupon; {@code item} is the product it is for, null for all of the show. */
    static CouponCheck read(CouponTerms terms, @Nullable LineUpItem item, List<Reason> wrong) {
        CouponKind kind = Objects.requireNonNullElse(terms.kind(), CouponKind.AMOUNT);
        boolean fixed = kind == CouponKind.AMOUNT;
        Discount discount = new Discount(
                kind,
                fixed ? terms.amount() : null,
                fixed ? null : terms.percent(),
                fixed ? null : terms.most(),
                terms.minimum(),
                currency(terms, item),
                terms.product());
        String name = OfferDesk.line(terms.name(), OfferDesk.NAME);
        if (name.isEmpty()) {
            wrong.add(OfferRefusal.NAME.with("field", "name", "max", OfferDesk.NAME));
        }
        wrong.addAll(discount(discount, item));
        int perPerson = Objects.requireNonNullElse(terms.perPerson(), 1);
        if (perPerson < 1 || perPerson > 10) {
            wrong.add(OfferRefusal.PER_PERSON.with("field", "perPerson"));
        }
        if (terms.quantity() != null && terms.quantity() < 1) {
            wrong.add(OfferRefusal.QUANTITY.with("field", "quantity"));
        }
        if (terms.seconds() != null && (terms.seconds() < 60 || terms.seconds() > DAY)) {
            wrong.add(OfferRefusal.COUPON_TIME.with("field", "seconds"));
        }
        boolean fair = Boolean.TRUE.equals(terms.fairStart());
        return new CouponCheck(name, discount, terms.quantity(), perPerson, terms.seconds(), fair);
    }

    private static String currency(CouponTerms terms, @Nullable LineUpItem item) {
        return Stream.of(terms.amount(), terms.minimum(), terms.most(), item == null ? null : item.cost())
                .filter(Objects::nonNull)
                .map(Money::currency)
                .findFirst()
                .orElse(Money.WON);
    }

    private static List<Reason> discount(Discount wanted, @Nullable LineUpItem item) {
        List<Reason> wrong = new ArrayList<>();
        Money amount = wanted.amount();
        Integer percent = wanted.percent();
        if (wanted.kind() == CouponKind.AMOUNT && (amount == null || amount.minor() <= 0)) {
            wrong.add(OfferRefusal.AMOUNT.with("field", "amount"));
        }
        if (wanted.kind() == CouponKind.PERCENT && (percent == null || percent < 1 || percent > 90)) {
            wrong.add(OfferRefusal.PERCENT.with("field", "percent"));
        }
        Money cost = item == null ? null : item.cost();
        List<Money> amounts = Stream.of(amount, wanted.most(), wanted.minimum(), cost)
                .filter(Objects::nonNull)
                .toList();
        if (amounts.stream().anyMatch(one -> !one.currency().equals(wanted.currency()))) {
            wrong.add(OfferRefusal.CURRENCY.with("currency", wanted.currency()));
        } else if (Stream.of(wanted.most(), wanted.minimum()).anyMatch(one -> one != null && one.minor() <= 0)) {
            wrong.add(OfferRefusal.BOUNDS.with());
        } else if (amount != null) {
            Money sum = wanted.minimum() == null ? cost : wanted.minimum();
            if (sum != null && sum.minor() <= amount.minor()) {
                wrong.add(OfferRefusal.FREE.with("field", "minimum", "amount", amount, "sum", sum));
            }
        }
        return wrong;
    }

    /** All that was written, in Korean words, as it stands in the event log. */
    String written() {
        return words() + (fairStart ? ", 늦은 시청자에 맞춤" : "");
    }

    /** What it gives, in Korean words. */
    String words() {
        String off = discount.kind() == CouponKind.AMOUNT ? discount.amount() + " 할인" : discount.percent() + "% 할인";
        return Stream.of(
                        off,
                        discount.most() == null ? "" : "최대 " + discount.most(),
                        discount.minimum() == null ? "" : discount.minimum() + " 이상",
                        discount.product() == null ? "" : discount.product(),
                        quantity == null ? "" : quantity + "장",
                        "1인당 " + perPerson + "장",
                        seconds == null ? "" : seconds + "초")
                .filter(word -> !word.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** The same under another name. */
    CouponCheck named(String other) {
        return new CouponCheck(other, discount, quantity, perPerson, seconds, fairStart);
    }

    static CouponCheck of(OfferRows.Coupon coupon) {
        return new CouponCheck(
                coupon.name(),
                coupon.discount(),
                coupon.share().quantity(),
                coupon.share().perPerson(),
                coupon.seconds(),
                coupon.fairStart());
    }
}
