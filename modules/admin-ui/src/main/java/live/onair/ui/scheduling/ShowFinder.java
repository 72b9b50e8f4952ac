package live.onair.ui.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Finder;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Finds shows by number, by part of the title, or by the title's first consonants. */
@Singleton
class ShowFinder implements Finder {

    private static final Set<ShowState> OPEN = Set.of(
            ShowState.DRAFT,
            ShowState.IN_REVIEW,
            ShowState.APPROVED,
            ShowState.REHEARSAL,
            ShowState.STANDBY,
            ShowState.ON_AIR,
            ShowState.ENDED,
            ShowState.REPLAY);

    private final Shows shows;

    @Inject
    ShowFinder(Shows shows) {
        this.shows = shows;
    }

    @Override
    public List<Found> find(String letters, int most) {
        Stream<ShowRows.Show> named = shows.find(letters.toUpperCase(Locale.ROOT)).stream();
        Stream<ShowRows.Show> titled =
                shows.list(new Shows.Filter(null, null, OPEN, null, letters, null, most)).shows().stream();
        return Stream.concat(named, titled)
                .distinct()
                .limit(most)
                .map(show -> new Found(
                        Texts.of("palette.shows"),
                        show.title(),
                        Badges.word(show.state()) + " · " + Times.brief(show.startsAt()) + " · " + show.id(),
                        "shows/" + show.id(),
                        Badges.style(show.state())))
                .toList();
    }
}
