package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.Optional;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Environment;
import live.onair.ui.Live;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** The picture of a show: what viewers see, the rehearsal, or the replay; and the way to the viewers' page. */
class ShowPicture extends Div {

    private final Optional<String> address;

    ShowPicture(ShowRows.Show show, Optional<Channels.Row> channel, Environment environment) {
        address = address(show, channel, environment);
        address.ifPresent(src -> {
            Live player = new Live(src, show.title());
            player.getElement().getStyle().set("max-width", "880px");
            add(player);
        });
        environment.viewerUrl().filter(url -> isPublic(show.state())).ifPresent(url -> {
            String path = show.state() == ShowState.REPLAY ? "/replay/" : "/live/";
            Anchor page = new Anchor(url + path + show.id(), Texts.of("show.viewerPage"));
            page.setTarget(AnchorTarget.BLANK);
            page.setId("viewer-page");
            add(
                    Parts.box("sec", page),
                    Parts.box("sec", new EmbedSnippet(show, url.replaceFirst("/+$", ""), environment)));
        });
    }

    /** Whether it still shows what is to be seen. */
    boolean shows(ShowRows.Show show, Optional<Channels.Row> channel, Environment environment) {
        return address.equals(address(show, channel, environment));
    }

    /** Whether both show the same picture. */
    static boolean isSame(ShowRows.Show one, ShowRows.Show other) {
        return one.state() == other.state()
                && Objects.equals(one.airtime().run(), other.airtime().run())
                && Objects.equals(one.airtime().privateKey(), other.airtime().privateKey());
    }

    static boolean isPublic(ShowState state) {
        return switch (state) {
            case APPROVED, STANDBY, ON_AIR, ENDED, REPLAY -> true;
            case DRAFT, IN_REVIEW, REHEARSAL, ARCHIVED, CANCELLED -> false;
        };
    }

    /** Our own edges, or where the channel's backend lets it be played; empty where there is nothing to be seen. */
    static Optional<String> address(ShowRows.Show show, Optional<Channels.Row> channel, Environment environment) {
        if (channel.filter(row -> !row.isOnEdges()).isPresent()) {
            return channel.map(Channels.Row::signal)
                    .filter(signal -> show.id().equals(signal.show()))
                    .map(signal -> signal.serving().playback())
                    .filter(src -> hasPicture(show.state()));
        }
        return environment.edgeUrl().flatMap(edge -> switch (show.state()) {
            case STANDBY, ON_AIR -> environment.liveUrl(show.id());
            case REHEARSAL ->
                Optional.of(edge + "/private/" + show.airtime().privateKey() + "/" + show.id() + "/index.m3u8");
            case REPLAY -> Optional.of(edge + "/replay/" + show.id() + "/index.m3u8");
            case DRAFT, IN_REVIEW, APPROVED, ENDED, ARCHIVED, CANCELLED -> Optional.empty();
        });
    }

    private static boolean hasPicture(ShowState state) {
        return state == ShowState.STANDBY || state == ShowState.ON_AIR;
    }
}
