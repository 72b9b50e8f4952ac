package live.onair.cues;

import java.util.UUID;
import live.onair.work.Work;
import org.jspecify.annotations.Nullable;

/** Work that an act of a cue sheet asks for: what the room that does it puts when {@link CueEvent.Due} is told. */
public interface ByCue extends Work {

    /** The show. */
    String show();

    /** The number of the item. */
    String item();

    /** The item's title. */
    String title();

    /** Which one of the item's acts, from 0. */
    int act();

    /** What is to be done. */
    CueKind kindOfAct();

    /** To what; null where the show itself is meant. */
    @Nullable
    String target();

    /** Whether viewers must notice nothing. */
    boolean rehearsal();

    @Override
    default String key() {
        return item() + ":" + act();
    }

    /** What was told, to report on. */
    default CueEvent.Due due() {
        return new CueEvent.Due(
                show(),
                UUID.fromString(item()),
                title(),
                act(),
                kindOfAct(),
                target(),
                rehearsal() ? CueRows.Stage.REHEARSAL : CueRows.Stage.AIR);
    }
}
