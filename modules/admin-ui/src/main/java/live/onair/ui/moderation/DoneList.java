package live.onair.ui.moderation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Who is out of a chat, and what was done in it. */
final class DoneList {

    private DoneList() {}

    static String word(ChatDeed deed) {
        String kind = deed.until() == null ? deed.kind().name() : "TIMEOUT";
        return Texts.of("moderation.deed." + kind + (deed.everywhere() ? ".all" : ""), deed.name());
    }

    /** Out of which chats, and until when. */
    static String out(ChatBan ban) {
        String scope = ban.everywhere() ? ".all" : "";
        return ban.until() == null
                ? Texts.of("moderation.banned" + scope)
                : Texts.of("moderation.out" + scope, until(ban.until()));
    }

    static String until(@Nullable Instant until) {
        return until == null ? "" : Times.clock(until);
    }

    static void banned(Div out, List<ChatBan> bans, Consumer<String> unban) {
        out.add(Parts.box("ph2", new H2(Texts.of("moderation.bans", bans.size()))));
        for (ChatBan ban : bans) {
            out.add(Parts.box(
                    "row on-wrap on-pad t13",
                    Parts.text(ban.name(), "b", "on-name"),
                    Parts.text(
                            (ban.everywhere() ? Texts.of("moderation.everywhere") + " · " : "")
                                    + (ban.until() == null
                                            ? ban.reason()
                                            : Texts.of("moderation.until", until(ban.until())))
                                    + " · " + ban.by(),
                            "c2"),
                    Parts.box("push"),
                    Actions.inRow(
                            Moderation.class,
                            "moderation.unban",
                            ban.member(),
                            ban.name(),
                            () -> unban.accept(ban.member()))));
        }
    }

    static void deeds(Div done, List<ChatDeed> deeds) {
        done.add(Parts.box("ph2", new H2(Texts.of("moderation.deeds"))));
        if (deeds.isEmpty()) {
            done.add(Parts.text(Texts.of("moderation.deeds.none"), "c2", "t13", "on-pad"));
        }
        for (ChatDeed deed : deeds) {
            done.add(Parts.box(
                    "on-pad t13",
                    Parts.text(Times.seconds(deed.at()) + " ", "c3"),
                    Parts.text(word(deed)),
                    Parts.text(
                            " · " + deed.by() + (deed.told() ? "" : " · " + Texts.of("moderation.untold")),
                            "c2",
                            "t12")));
        }
    }
}
