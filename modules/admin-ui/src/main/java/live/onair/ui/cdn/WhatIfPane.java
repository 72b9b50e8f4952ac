package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.BranchShares;
import live.onair.cdn.Choices;
import live.onair.cdn.Choices.Replayed;
import live.onair.cdn.Steering;
import live.onair.kernel.Outcome;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Yesterday or today by other weights: a slider for each CDN but the last, which gets what is left. */
final class WhatIfPane extends Div {

    private static final int ALL = 100;
    private static final String DEFAULT = "default";

    private final transient Choices choices;
    private final transient Steering steering;
    private final RadioButtonGroup<Integer> day = new RadioButtonGroup<>();
    private final Div sliders = Parts.box("col on-sliders");
    private final Div result = Parts.box("on-cdn-rows");
    private final Map<String, RangeInput> inputs = new LinkedHashMap<>();
    private final Map<String, Span> values = new LinkedHashMap<>();
    private List<String> known = List.of();

    WhatIfPane(Choices choices, Steering steering) {
        this.choices = choices;
        this.steering = steering;
        addClassName("pane");
        setId("cdn-whatif");
        day.setId("whatif-day");
        day.setItems(1, 0);
        day.setItemLabelGenerator(ago -> Texts.of("cdn.whatif.day." + ago));
        day.setValue(1);
        day.setAriaLabel(Texts.of("cdn.whatif"));
        day.addClassName("on-segments");
        day.addValueChangeListener(e -> show());
        Div head = Parts.pane(Texts.of("cdn.whatif"));
        head.removeClassName("pane");
        result.getElement().setAttribute("aria-live", "polite");
        add(head, Parts.box("row on-wrap on-cdn-earlier", day), sliders, result);
    }

    /** Another policy has other CDNs; the sliders of the same ones stay where they are. */
    void refresh() {
        Map<String, Integer> weights = steering.branches().stream()
                .filter(branch -> branch.branch().equals(DEFAULT))
                .findFirst()
                .map(BranchShares::weights)
                .orElse(Map.of());
        List<String> now = weights.keySet().stream().sorted().toList();
        if (now.equals(known)) {
            return;
        }
        known = now;
        inputs.clear();
        values.clear();
        sliders.removeAll();
        now.forEach(cdn -> sliders.add(slider(cdn, weights.getOrDefault(cdn, 0), cdn.equals(now.get(now.size() - 1)))));
        show();
    }

    private Div slider(String cdn, int percent, boolean last) {
        Span value = Parts.text(percent + "%", "b", "t13");
        values.put(cdn, value);
        NativeLabel name = new NativeLabel(cdn);
        Div row = Parts.box("on-slider", name);
        if (!last) {
            RangeInput input = new RangeInput(ValueChangeMode.EAGER);
            input.setMin(0);
            input.setMax(ALL);
            input.setStep(1.0);
            input.setValue((double) percent);
            input.setId("whatif-" + cdn);
            name.setFor(input);
            input.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    bound(cdn);
                    show();
                }
            });
            inputs.put(cdn, input);
            row.add(input);
        } else {
            row.add(Parts.text(Texts.of("cdn.whatif.rest"), "c2", "t12"));
        }
        row.add(value);
        return row;
    }

    /** No more than all: the others give way. */
    private void bound(String moved) {
        int left = ALL - percent(moved);
        for (Map.Entry<String, RangeInput> one : inputs.entrySet()) {
            if (!one.getKey().equals(moved)) {
                int there = Math.min(left, percent(one.getKey()));
                one.getValue().setValue((double) there);
                left -= there;
            }
        }
    }

    private int percent(String cdn) {
        RangeInput input = inputs.get(cdn);
        Double value = input == null ? null : input.getValue();
        return value == null ? 0 : (int) Math.round(value);
    }

    private Map<String, Integer> weights() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        int left = ALL;
        for (String cdn : known) {
            int percent = inputs.containsKey(cdn) ? percent(cdn) : left;
            weights.put(cdn, percent);
            left -= percent;
        }
        return weights;
    }

    private void show() {
        result.removeAll();
        if (known.isEmpty()) {
            result.add(Parts.empty(Texts.of("cdn.policy.none"), Texts.of("cdn.policy.none.why")));
            return;
        }
        Map<String, Integer> weights = weights();
        weights.forEach((cdn, percent) -> {
            Span value = values.get(cdn);
            if (value != null) {
                value.setText(percent + "%");
            }
        });
        Outcome<Replayed> replayed = choices.replay(day.getValue(), weights);
        if (!replayed.isDone()) {
            result.add(Parts.text(Parts.sentences(replayed.why()), "t13"));
            return;
        }
        draw(replayed.orThrow());
    }

    private void draw(Replayed then) {
        if (then.stalledPercent() == null) {
            result.add(Parts.empty(Texts.of("cdn.whatif.nobody"), Texts.of("cdn.whatif.nobody.why")));
            return;
        }
        result.add(
                line("cdn.whatif.cost", won(then.won()), won(then.wonThen())),
                line("cdn.whatif.stalled", percent(then.stalledPercent()), percent(then.stalledPercentThen())));
        then.cdns()
                .forEach(cdn -> result.add(Parts.box(
                        "on-cdn-row",
                        Parts.text(cdn.cdn(), "b", "t13"),
                        Parts.text(cdn.gb() + "GB → " + cdn.gbThen() + "GB", "t13"))));
    }

    private static Div line(String key, String was, String then) {
        Div line = Parts.box(
                "on-cdn-row", Parts.text(Texts.of(key), "b", "t13"), Parts.text(was + " → " + then, "b", "t13"));
        line.getElement().setAttribute("data-line", key);
        return line;
    }

    private static String won(@Nullable BigDecimal amount) {
        return amount == null ? Texts.of("cdn.unknown") : CdnWords.won(amount);
    }

    private static String percent(@Nullable Double part) {
        return part == null ? Texts.of("cdn.unknown") : part + "%";
    }
}
