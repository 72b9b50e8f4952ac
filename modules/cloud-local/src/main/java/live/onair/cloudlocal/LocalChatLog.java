package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.moderation.spi.ChatLog;

/** What was said in the media process's chats, read from their spool. */
@Singleton
class LocalChatLog implements ChatLog {

    private final MediaControl media;

    @Inject
    LocalChatLog(MediaControl media) {
        this.media = media;
    }

    @Override
    public boolean isHere() {
        return media.isEnabled();
    }

    @Override
    public Page read(long from, int max) {
        JsonNode page = media.get("/v1/chat/spool?from=" + from + "&max=" + max)
                .orElseThrow(() -> new CloudException(CloudFault.UNAVAILABLE, "the media process has no chats"));
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : page.path("entries")) {
            if (entry.path("kind").asText().equals("line")) {
                entries.add(entry(entry.path("offset").asLong(), entry.path("body")));
            }
        }
        return new Page(page.path("spool").asText(""), page.path("next").asLong(), entries);
    }

    private static Entry entry(long offset, JsonNode line) {
        List<String> rules = new ArrayList<>();
        line.path("rules").forEach(rule -> rules.add(rule.asText()));
        return new Entry(
                offset,
                line.path("show").asText(),
                line.path("id").asText(),
                line.path("member").asText(),
                line.path("name").asText(),
                line.path("said").asText(),
                line.path("text").asText(),
                Judged.valueOf(line.path("action").asText()),
                rules,
                Instant.parse(line.path("said_at").asText()));
    }

    @Override
    public void forget(long below) {
        media.post("/v1/chat/spool/trim", MediaControl.JSON.createObjectNode().put("upTo", below));
    }
}
