package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Lifecycle.Planned;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The exact calls that publishing a replay now would lead to, made anew whenever what is wanted changes. */
final class ReplayCalls extends Div {

    private final transient Lifecycle lifecycle;
    private final String show;
    private @Nullable String hash;
    private int times;

    ReplayCalls(Lifecycle lifecycle, String show) {
        this.lifecycle = lifecycle;
        this.show = show;
        addClassName("col");
        setId("replay-calls");
    }

    /** Of the plan that stands there; null while none does, and of what is only assumed. */
    @Nullable
    String hash() {
        return hash;
    }

    /** A backend may take seconds to be looked at: the form is there at once. */
    void draw(ReplayForm form) {
        hash = null;
        int mine = ++times;
        removeAll();
        if (!form.isNow()) {
            add(Parts.text(Texts.of("replay.calls.later"), "c2", "t13"));
            return;
        }
        add(Parts.text(Texts.of("plan.making"), "c2", "t13"));
        getElement().executeJs("return true").then(there -> {
            if (mine == times) {
                shown(lifecycle.plan(show, Press.PUBLISH, form.position().orElse(null)));
            }
        });
    }

    private void shown(Outcome<Planned> planned) {
        if (planned.isDone() && planned.orThrow().seenAt() != null) {
            hash = planned.orThrow().hash();
        }
        removeAll();
        add(ShowSheets.calls(planned));
    }
}
