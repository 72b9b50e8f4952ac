package live.onair.ui.planning;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import live.onair.kernel.Outcome;
import live.onair.planning.Series;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Asks how far a change of a series reaches: this occurrence, or it and all later ones. */
final class ScopeQuestion {

    private ScopeQuestion() {}

    /** Goes on at once for a show that belongs to no series, or is its last one. */
    static void ask(Series series, ShowRows.Show show, String verb, Consumer<Series.Scope> act) {
        if (!asks(series, show, verb, act, () -> {})) {
            act.accept(Series.Scope.THIS);
        }
    }

    /**
     * Whether there is something to ask: not for a show that belongs to no series, or is its last one.
     *
     * @param nothing what happens when nobody answers
     */
    static boolean asks(Series series, ShowRows.Show show, String verb, Consumer<Series.Scope> act, Runnable nothing) {
        long later = later(series, show).count();
        if (later > 0) {
            open(verb, later, act, nothing);
        }
        return later > 0;
    }

    /** The later occurrences of its series that can still be changed; none for a show that belongs to no series. */
    static Stream<Series.Occurrence> later(Series series, ShowRows.Show show) {
        return series.of(show.id()).stream()
                .flatMap(row -> row.occurrences().stream())
                .filter(o -> o.startsAt().isAfter(show.startsAt())
                        && !o.state().isOver()
                        && !o.state().isLive());
    }

    private static void open(String verb, long later, Consumer<Series.Scope> act, Runnable nothing) {
        AtomicBoolean answered = new AtomicBoolean();
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("440px");
        RadioButtonGroup<Series.Scope> scope = choice(later);
        Button done = Parts.primary(verb, "check");
        done.setId("series-scope-done");
        done.addClickListener(e -> {
            if (answered.compareAndSet(false, true)) {
                dialog.close();
                act.accept(scope.getValue());
            }
        });
        done.addClickShortcut(Key.ENTER).listenOn(dialog);
        dialog.addOpenedChangeListener(e -> {
            if (!e.isOpened() && answered.compareAndSet(false, true)) {
                nothing.run();
            }
        });
        dialog.add(Parts.box("col on-gap", Parts.text(Texts.of("series.scope.why"), "c2", "t13"), scope));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        scope.getElement()
                .executeJs("requestAnimationFrame(() =>"
                        + " (this.querySelector('vaadin-radio-button[checked]') || this).focus())");
    }

    private static RadioButtonGroup<Series.Scope> choice(long later) {
        RadioButtonGroup<Series.Scope> scope = new RadioButtonGroup<>(Texts.of("series.scope"));
        scope.setId("series-scope");
        scope.setItems(Series.Scope.values());
        scope.setItemLabelGenerator(s ->
                s == Series.Scope.THIS ? Texts.of("series.scope.THIS") : Texts.of("series.scope.FROM_HERE_ON", later));
        scope.setValue(Series.Scope.THIS);
        return scope;
    }

    /** Says how many were changed and which were left. */
    static void tell(Outcome<Series.Changed> outcome, Runnable then) {
        if (!Parts.showed(outcome)) {
            return;
        }
        Series.Changed changed = outcome.orThrow();
        then.run();
        if (changed.lines().size() > 1 || !changed.detached().isEmpty()) {
            Parts.done(words(changed));
        }
    }

    static String words(Series.Changed changed) {
        String words = Texts.of("series.changed", changed.lines().size());
        return changed.detached().isEmpty()
                ? words
                : words + " " + Texts.of("series.left", String.join(", ", changed.detached()));
    }
}
