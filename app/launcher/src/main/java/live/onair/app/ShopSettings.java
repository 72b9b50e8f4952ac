package live.onair.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the settings of a shop must say together. */
final class ShopSettings {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    private ShopSettings() {}

    static void check(Map<Setting, String> values, List<String> faults) {
        String url = values.getOrDefault(Setting.SHOP_URL, "").strip();
        String every = values.getOrDefault(Setting.SHOP_EVERY, "PT0S");
        if (url.isEmpty()) {
            return;
        }
        if (values.getOrDefault(Setting.SHOP_TOKEN, "").isBlank()) {
            faults.add("- " + Setting.SHOP_TOKEN.key() + ": 쇼핑몰 주소가 있으면 토큰도 있어야 함 / missing beside "
                    + Setting.SHOP_URL.key());
        }
        if (url.startsWith("http:") && !"true".equals(values.get(Setting.SHOP_PRIVATE))) {
            faults.add("- " + Setting.SHOP_URL.key() + ": https여야 함(내부망이면 " + Setting.SHOP_PRIVATE.key()
                    + "=true) / https, or " + Setting.SHOP_PRIVATE.key() + "=true: " + url);
        }
        Duration pause = Duration.parse(every);
        if (!pause.isZero() && pause.compareTo(OFTEN) < 0) {
            faults.add("- " + Setting.SHOP_EVERY.key() + ": 1분 이상이거나 0 / one minute or more, or zero: " + every);
        }
    }
}
