package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.moderation.spi.ChatLog;
import live.onair.scheduling.spi.Backend;

/** What was said in the media process's chats, read from their spool. */
@Singleton
@Backend("local")
class LocalChatLog implements ChatLog {

    private static final String SPOOL = "/v1/chat/spool";

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
        MediaControl.Spooled page = media.spool(SPOOL, "line", from, max);
        return new Page(
                page.spool(),
                page.next(),
                page.entries().stream().map(LocalChatLog::entry).toList(),
                page.next() - from >= max);
    }

    private static Entry entry(JsonNode entry) {
        JsonNode line = entry.path("body");
        List<String> rules = new ArrayList<>();
        line.path("rules").forEach(rule -> rules.add(rule.asText()));
        return new Entry(
                entry.path("offset").asLong(),
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
        media.trim(SPOOL, below);
    }
}
