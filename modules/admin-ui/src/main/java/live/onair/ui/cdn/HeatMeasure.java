package live.onair.ui.cdn;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What a heat map is of, and from where on it is the next colour. */
enum HeatMeasure {
    /** In percent of the time in which a picture should have moved. */
    STALLED("%,.2f%%", HeatSum::stalledPercent, 1, 2, 5, 8),
    /** Milliseconds until the first picture that 95 % of the starts did not exceed. */
    START("%,.0f", HeatSum::startP95Millis, 1_000, 2_000, 3_000, 5_000) {
        @Override
        List<String> lines(HeatSum sum) {
            Double middle = sum.startP50Millis();
            return middle == null
                    ? super.lines(sum)
                    : List.of(
                            Texts.of("cdn.heat.p50", String.format(Locale.ROOT, "%,.0f", middle)),
                            Texts.of("cdn.heat.p95", figure(sum)));
        }

        @Override
        String all(HeatSum sum) {
            Double mean = sum.startMillisEach();
            String percentiles = super.all(sum);
            return mean == null
                    ? percentiles
                    : percentiles + " · " + Texts.of("cdn.heat.mean", String.format(Locale.ROOT, "%,.0f", mean));
        }
    },
    /** Answers that did not come, for each thousand seconds that were watched. */
    FAILED("%,.1f", HeatSum::failedEach, 1, 3, 10, 30),
    /** What a viewer's line carries, in kbps: the less, the worse. */
    SPEED("%,.0f", HeatSum::kbps, 10_000, 6_000, 4_000, 2_000),
    /** Of the renditions that are played, in kbps: the less, the worse. */
    RENDITION("%,.0f", HeatSum::shownKbps, 2_500, 1_500, 1_000, 500);

    private final String format;
    private final Function<HeatSum, @Nullable Double> value;
    private final double[] steps;

    HeatMeasure(String format, Function<HeatSum, @Nullable Double> value, double... steps) {
        this.format = format;
        this.value = value;
        this.steps = steps;
    }

    String words() {
        return Texts.of("cdn.heat." + name());
    }

    /** The number where {@link #words} stand beside it, or that nobody told it. */
    String figure(HeatSum sum) {
        Double number = value.apply(sum);
        return number == null ? Texts.of("cdn.unknown") : String.format(Locale.ROOT, format, number);
    }

    /** What stands in a field, the first line the largest. */
    List<String> lines(HeatSum sum) {
        return List.of(figure(sum));
    }

    /** All that is known of it, with its name. */
    String all(HeatSum sum) {
        return words() + ": " + String.join(" / ", lines(sum));
    }

    /** 0 for well to 4 for bad; what nobody told is no colour of trouble. */
    int heat(HeatSum sum) {
        Double number = value.apply(sum);
        int heat = 0;
        while (number != null && heat < steps.length && isBeyond(number, steps[heat])) {
            heat++;
        }
        return heat;
    }

    private boolean isBeyond(double number, double step) {
        return isLessWorse() ? number < step : number >= step;
    }

    private boolean isLessWorse() {
        return steps[0] > steps[1];
    }

    /** What a colour stands for. */
    String key(int heat) {
        boolean first = heat == 0;
        boolean last = heat == steps.length;
        if (first || last) {
            boolean below = first != isLessWorse();
            return Texts.of(below ? "cdn.heat.below" : "cdn.heat.from", step(last ? heat - 1 : heat));
        }
        return isLessWorse() ? step(heat) + "–" + step(heat - 1) : step(heat - 1) + "–" + step(heat);
    }

    private String step(int which) {
        return String.format(Locale.ROOT, "%,.0f", steps[which]);
    }
}
