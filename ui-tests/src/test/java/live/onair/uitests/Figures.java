package live.onair.uitests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was measured, by its name, each as often as it was. */
record Figures(Map<String, List<Double>> all) {

    Figures() {
        this(new TreeMap<>());
    }

    void add(String name, double value) {
        all.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    double worst(String name) {
        return all.get(name).stream().mapToDouble(one -> one).max().orElseThrow();
    }

    /** The worst of each of these, in the places of the sentence. */
    String say(String sentence, String... names) {
        Object[] worst = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            worst[i] = worst(names[i]);
        }
        return String.format(Locale.ROOT, sentence, worst);
    }
}
