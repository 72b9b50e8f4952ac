package live.onair.awsstub.wire;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MediaLive's model says its ranges only in the names of shapes: {@code __integerMin1000Max8000}. */
final class ShapeNames {

    private static final Pattern RANGED =
            Pattern.compile("__(?:integer|long|double|float|string|listOf\\w*?)(?:Min(Negative)?(\\d+(?:Pt\\d+)?))?"
                    + "(?:Max(Negative)?(\\d+(?:Pt\\d+)?))?$");

    private ShapeNames() {}

    static Optional<BigDecimal> least(String shape) {
        return bound(shape, 1);
    }

    static Optional<BigDecimal> most(String shape) {
        return bound(shape, 3);
    }

    private static Optional<BigDecimal> bound(String shape, int group) {
        Matcher name = RANGED.matcher(shape);
        if (!name.matches() || name.group(group + 1) == null) {
            return Optional.empty();
        }
        String sign = name.group(group) == null ? "" : "-";
        return Optional.of(new BigDecimal(sign + name.group(group + 1).replace("Pt", ".")));
    }
}
