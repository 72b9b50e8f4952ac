package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps viewers from the picture of a channel's run: the slate, a blur, or both. A blur holds one of the places there are; where
 * none is left, the slate stands in. On the engine's thread.
 */
final class RunCover {
    /** How many runs may be blurred at once: each costs an encoder of its own while it is. */
    static final class Places {
        private final int most;
        private final Set<RunCover> taken = new HashSet<>();

        Places(int most) {
            this.most = most;
        }

        private boolean take(RunCover by) {
            return taken.contains(by) || taken.size() < most && taken.add(by);
        }
    }

    private final Places places;
    private boolean slate;
    private boolean blur;

    RunCover(Places places) {
        this.places = places;
    }

    boolean hides() {
        return slate || blur;
    }

    /** What is wanted of the playout of this run now. */
    Playout.Wish wish(RunSpec of, @Nullable EncoderInput input) {
        return new Playout.Wish(of, slate, blur, input);
    }

    void describe(ObjectNode seen, boolean fails) {
        write(seen);
        seen.put("blurFails", blur && fails);
    }

    /** As a process that was here before has left it. */
    void restore(JsonNode kept, boolean over) {
        boolean blurred = kept.path("blurred").asBoolean();
        slate = kept.path("slateForced").asBoolean();
        if (over) {
            blur = blurred;
        } else {
            add(new RunSpec.Cover(slate, blurred));
        }
    }

    void write(ObjectNode kept) {
        kept.put("slateForced", slate).put("blurred", blur);
    }

    /**
     * What is specified is put on, the slate where it cannot be blurred, and what is on stays on.
     *
     * @param same whether it is the run that it was about before; another begins with what is specified and nothing else
     */
    void prepare(RunSpec.Cover wanted, boolean same) {
        if (!same) {
            slate = false;
            blur = false;
            end();
        }
        add(wanted);
    }

    private void add(RunSpec.Cover wanted) {
        boolean blurred = wanted.blur() && places.take(this);
        slate |= wanted.slate() || wanted.blur() && !blurred;
        blur |= blurred;
    }

    /**
     * Puts the slate or the blur on, or takes it away.
     *
     * @throws Reply.Refused if as many runs are blurred as may be: then nothing has changed
     */
    void put(boolean theSlate, boolean on) {
        if (theSlate) {
            slate = on;
            return;
        }
        if (on && !places.take(this)) {
            throw new Reply.Refused(
                    507, "blurs-used-up", "As many shows are blurred as may be at once: " + places.most);
        }
        blur = on;
        if (!on) {
            end();
        }
    }

    /** The run is over: another may be blurred instead. */
    void end() {
        places.taken.remove(this);
    }
}
