package live.onair.cloudlocal;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.chatrules.spi.ChatJudges;
import live.onair.scheduling.spi.Backend;

/** The media process judges what is said in the chats that it holds. */
@Singleton
@Backend("local")
class LocalChatJudges implements ChatJudges {

    private final MediaControl media;

    @Inject
    LocalChatJudges(MediaControl media) {
        this.media = media;
    }

    @Override
    public boolean isHere() {
        return media.isEnabled();
    }

    @Override
    public void judgeBy(String pack) {
        try {
            media.put("/v1/chat/rules", MediaControl.JSON.readTree(pack));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
