package live.onair.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money in whole smallest units of its currency: won, cents. Never a fraction of one, never a {@code double}.
 *
 * @param minor smallest units: 1,500 is ₩1,500 or $15.00
 * @param currency code of ISO 4217
 */
public record Money(long minor, String currency) {

    /** What is sold here is priced in. */
    public static final String WON = "KRW";

    /** Refuses what is no currency, and what is none to pay with (gold, test codes). */
    public Money {
        if (digits(currency) < 0) {
            throw new IllegalArgumentException(currency + ": KRW");
        }
    }

    /** So many won. */
    public static Money won(long amount) {
        return new Money(amount, WON);
    }

    /**
     * An amount as it is written.
     *
     * @throws ArithmeticException if it has more decimal places than the currency, or is too large
     */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount.movePointRight(digits(currency)).longValueExact(), currency);
    }

    /** Whether there is such a currency and one can pay with it. */
    public static boolean isCurrency(String currency) {
        return digits(currency) >= 0;
    }

    private static int digits(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /** The amount as it is written, with the decimal places of its currency. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** {@code ₩1,184,300}, {@code $14.90}, {@code SGD 3.00}. */
    @Override
    public String toString() {
        String sign = switch (currency) {
            case "KRW" -> "₩";
            case "USD" -> "$";
            case "EUR" -> "€";
            case "JPY" -> "¥";
            default -> currency + " ";
        };
        return (minor < 0 ? "-" : "")
                + sign
                + String.format(Locale.ROOT, "%,." + digits(currency) + "f", amount().abs());
    }
}
