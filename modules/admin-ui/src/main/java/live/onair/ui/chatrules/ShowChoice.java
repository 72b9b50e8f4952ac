package live.onair.ui.chatrules;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.Stream;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** All shows, or one of those that are on air. */
class ShowChoice extends Select<ShowRows.Show> {

    private final transient Shows shows;

    ShowChoice(Shows shows, String id) {
        this.shows = shows;
        setId(id);
        setAriaLabel(Texts.of("chatrules.scope"));
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(Texts.of("chatrules.all"));
        setItemLabelGenerator(show -> show == null ? Texts.of("chatrules.all") : show.title());
        setItems(shows.onAir());
    }

    /** The show's id; null for all. */
    @Nullable
    String show() {
        ShowRows.Show chosen = getValue();
        return chosen == null ? null : chosen.id();
    }

    /** A show that is no longer on air is one of the choices as well. */
    void show(@Nullable String id) {
        if (id == null) {
            clear();
            return;
        }
        shows.find(id).ifPresent(show -> {
            List<ShowRows.Show> others =
                    shows.onAir().stream().filter(one -> !one.id().equals(id)).toList();
            setItems(Stream.concat(Stream.of(show), others.stream()).toList());
            setValue(show);
        });
    }
}
