package live.onair.ui.cdn;

import java.util.Locale;
import java.util.function.Function;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What a heat map is of, and from where on it is the next colour. */
enum HeatMeasure {
    /** In percent of the time in which a picture should have moved. */
    STALLED("%,.2f%%", HeatSum::stalledPercent, 1, 2, 5, 8),
    /** Milliseconds until the first picture. */
    START("%,.0f", HeatSum::startMillisEach, 1_000, 2_000, 3_000, 5_000),
    /** Answers that did not come, for each thousand seconds that were watched. */
    FAILED("%,.1f", HeatSum::failedEach, 1, 3, 10, 30),
    /** What a viewer's line carries, in kbps: the less, the worse. */
    SPEED("%,.0f", HeatSum::kbps, 10_000, 6_000, 4_000, 2_000);

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
