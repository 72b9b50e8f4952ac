package live.onair.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.moderation.ChatEntrance;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said in the chat of the demo's show: a few viewers come by the door that every page comes by, and say a line each few
 * seconds. Some of it waits for a moderator, as it would in a real one.
 */
@Singleton
class DemoChat {

    private static final Logger LOG = LoggerFactory.getLogger(DemoChat.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVERY = 4;
    private static final int PATIENCE_SECONDS = 2;
    private static final List<String> NAMES = List.of("데모 시청자 하늘", "데모 시청자 바다", "데모 시청자 구름", "데모 시청자 노을");
    private static final List<String> LINES = List.of(
            "안녕하세요! 데모 방송 보러 왔어요",
            "이 데모 크림 향은 어떤가요?",
            "배송은 언제 오나요?",
            "ㅋㅋㅋ 진행자님 재밌어요",
            "데모 쿠폰 받았습니다",
            "아침에 써도 밀리지 않나요?",
            "니까짓게 뭘 알아",
            "건성 피부인데 괜찮을까요?",
            "세트 구성이 뭐예요?",
            "제 번호는 010-0000-0000 입니다",
            "재입고 알림 신청했어요",
            "다음 방송은 언제예요?",
            "색이 화면이랑 같나요?",
            "오늘 처음 왔는데 좋네요");

    private final Config config;
    private final ChatEntrance entrance;
    private final HttpClient http = HttpClient.newHttpClient();
    private final @Nullable WebSocket[] seats = new WebSocket[NAMES.size()];
    private volatile @Nullable String show;
    private int ticks;
    private int lines;

    @Inject
    DemoChat(Config config, ChatEntrance entrance) {
        this.config = config;
        this.entrance = entrance;
    }

    /** The chat of this show goes on from now. */
    void goOn(String onAir) {
        show = onAir;
    }

    /** Called once a second. */
    void tick() {
        String in = show;
        if (in == null || ticks++ % EVERY != 0) {
            return;
        }
        int seat = lines % seats.length;
        try {
            WebSocket socket = seated(in, seat);
            if (socket != null) {
                String line = LINES.get(lines % LINES.size());
                socket.sendText(
                        JSON.createObjectNode()
                                .put("id", UUID.randomUUID().toString())
                                .put("say", line)
                                .toString(),
                        true);
                lines++;
            }
        } catch (RuntimeException away) {
            LOG.debug("the demo's chat is silent: {}", away.getMessage());
            seats[seat] = null;
        }
    }

    private @Nullable WebSocket seated(String in, int seat) {
        WebSocket there = seats[seat];
        if (there != null && !there.isOutputClosed() && !there.isInputClosed()) {
            return there;
        }
        String viewer = "demo-viewer-" + seat;
        Outcome<ChatEntrance.Pass> given =
                Acting.call(Actor.VIEWER, () -> entrance.pass(in, viewer, NAMES.get(seat), false));
        if (!given.isDone()) {
            return null;
        }
        URI viewers = URI.create(config.getValue("onair.viewer.url", String.class));
        URI chat = URI.create("ws://127.0.0.1:" + viewers.getPort() + "/storefront/v1/shows/" + in + "/chat?pass="
                + URLEncoder.encode(given.orThrow().pass(), StandardCharsets.UTF_8));
        WebSocket joined = http.newWebSocketBuilder()
                .buildAsync(chat, new Silent())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        seats[seat] = joined;
        return joined;
    }

    /** Reads and forgets. */
    private static final class Silent implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
