package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.moderation.Announcements;
import live.onair.moderation.ChatSettings;
import live.onair.moderation.spi.ChatRooms;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;

/** Chats that the media process holds. */
@Singleton
@Backend("local")
class LocalChatRooms implements ChatRooms {

    private static final String ROOMS = "/v1/chat/rooms/";

    private final MediaControl media;

    @Inject
    LocalChatRooms(MediaControl media) {
        this.media = media;
    }

    @Override
    public boolean isHere() {
        return media.isEnabled();
    }

    @Override
    public void hold(String show, ChatSettings settings) {
        media.put(
                ROOMS + show,
                MediaControl.JSON
                        .createObjectNode()
                        .put("slowSeconds", settings.slowSeconds())
                        .put("frozen", settings.frozen())
                        .put("followersOnly", settings.followersOnly())
                        .put("linksOff", settings.linksOff())
                        .put("duplicatesOff", settings.duplicatesOff())
                        .put("delaySeconds", settings.delaySeconds()));
    }

    @Override
    public void shut(String show) {
        media.delete(ROOMS + show);
    }

    @Override
    public void hide(String show, String line, String by) {
        tell(show, "hide", line, by);
    }

    @Override
    public void approve(String show, String line, String by) {
        tell(show, "approve", line, by);
    }

    @Override
    public void ban(String show, String member) {
        tell(show, "ban", member, "");
    }

    @Override
    public void unban(String show, String member) {
        tell(show, "unban", member, "");
    }

    /** One by one, and only who is not as they shall be: mostly nobody. */
    @Override
    public void keepOut(String show, Set<String> members) {
        Set<String> out = new TreeSet<>();
        media.get(ROOMS + show)
                .orElseThrow(() -> new CloudException(CloudFault.NOT_FOUND, "no chat of " + show))
                .path("banned")
                .forEach(member -> out.add(member.asText()));
        members.stream().filter(member -> !out.contains(member)).forEach(member -> ban(show, member));
        out.stream().filter(member -> !members.contains(member)).forEach(member -> unban(show, member));
    }

    @Override
    public void warn(String show, String member, Warning warning) {
        media.post(
                ROOMS + show + "/warn",
                MediaControl.JSON
                        .createObjectNode()
                        .put("about", member)
                        .put("id", warning.id())
                        .put("text", warning.text()));
    }

    @Override
    public void say(String show, String line, Announcements.Style style, String text) {
        media.post(
                ROOMS + show + "/say",
                MediaControl.JSON
                        .createObjectNode()
                        .put("about", line)
                        .put("style", style.name().toLowerCase(Locale.ROOT))
                        .put("text", text));
    }

    @Override
    public void pin(String show, @Nullable Pinned line) {
        ObjectNode told = MediaControl.JSON.createObjectNode();
        if (line != null) {
            told.putObject("pinned")
                    .put("id", line.line())
                    .put("name", line.name())
                    .put("text", line.text());
        }
        media.put(ROOMS + show + "/pinned", told);
    }

    private void tell(String show, String deed, String about, String by) {
        media.post(
                ROOMS + show + "/" + deed,
                MediaControl.JSON.createObjectNode().put("about", about).put("by", by));
    }

    @Override
    public String pass(Guest guest) {
        ObjectNode wanted = MediaControl.JSON
                .createObjectNode()
                .put("show", guest.show())
                .put("member", guest.member())
                .put("name", guest.name())
                .put("seconds", guest.seconds());
        guest.can().stream()
                .sorted()
                .forEach(can -> wanted.withArray("can").add(can.name().toLowerCase(Locale.ROOT)));
        return media.post("/v1/chat/passes", wanted).path("pass").asText();
    }
}
