package live.onair.simulcast;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/** What is read of simulcast: plain values, nothing that can be changed through them. No stream key is among them. */
public final class SimulcastRows {

    private SimulcastRows() {}

    /**
     * A target.
     *
     * @param backup where a second, redundant stream goes; null if the target takes one
     * @param version grows when its address or its key are changed
     * @param readable whether its stream key can still be opened here; if not, it has to be given anew
     * @param shows ids of the shows to come or running for which it is switched on
     */
    public record TargetRow(
            String id,
            String name,
            String address,
            @Nullable String backup,
            int version,
            boolean disabled,
            boolean readable,
            List<String> shows,
            Instant createdAt,
            String createdBy) {}

    /** How a target does in a show. */
    public enum SwitchState {
        /** It is not sent to. */
        OFF("꺼짐", "Off"),
        /** It is put aside by operations. */
        RESTING("쉬는 대상", "Put aside"),
        /** The backend of the show's channel sends nowhere else. */
        NOT_OFFERED("이 채널에서는 안 됨", "Not on this channel"),
        /** Its stream key cannot be opened any more. */
        NO_KEY("키를 다시 넣어야 함", "Needs its key again"),
        /** It begins with the show. */
        WAITING("방송 대기", "Waits for the show"),
        /** It was switched while the channel runs, and counts from the next start. */
        FROM_NEXT_START("다음 시작부터", "From the next start"),
        /** It is about to be sent to. */
        CONNECTING("연결 중", "Connecting"),
        /** It is sent to. */
        SENDING("보내는 중", "Sending"),
        /** It is not sent to, and is tried again. */
        FAILED("실패", "Failed"),
        /** The backend does not answer. */
        FAULT("연결 안 됨", "Not connected"),
        /** The show is over. */
        OVER("방송 끝남", "Show is over");

        private final String ko;
        private final String en;

        SwitchState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean words. */
        public String ko() {
            return ko;
        }

        /** The English words. */
        public String en() {
            return en;
        }
    }

    /** Why an output fails, as far as there is a sentence for it. */
    public enum Failure {
        /** The other side does not take the key. */
        REFUSED(
                "상대 서버가 받지 않습니다. 스트림 키가 맞는지, 그쪽에서 방송이 준비됐는지 보세요.",
                "The other side refuses: check the stream key, and whether a broadcast is ready there."),
        /** Nobody answers at the address. */
        UNREACHABLE("상대 서버에 연결되지 않습니다.", "The other side cannot be reached."),
        /** There is no such host. */
        UNKNOWN_HOST("그런 호스트가 없습니다. 주소를 확인하세요.", "There is no such host: check the address."),
        /** The host is one of our own. */
        PRIVATE_ADDRESS("호스트가 내부 주소를 가리켜 보내지 않습니다.", "The host points into our own network, so nothing is sent."),
        /** The certificate is not right. */
        TLS("보안 연결(인증서)이 맞지 않습니다.", "The secure connection was not made (certificate)."),
        /** It is no RTMP server. */
        NOT_RTMP("RTMP 서버가 아닙니다.", "What answers is no RTMP server."),
        /** It hung up. */
        CLOSED("상대 서버가 연결을 끊었습니다.", "The other side closed the connection."),
        /** It takes nothing any more. */
        STALLED("상대 서버가 15초 동안 아무것도 받지 않았습니다.", "The other side took nothing for 15 seconds."),
        /** The way there is too narrow. */
        TOO_SLOW("회선이 느려 방송을 따라가지 못했습니다.", "The connection is too slow for the programme."),
        /** The connection broke. */
        BROKEN("보내는 중에 연결이 끊겼습니다.", "The connection broke."),
        /** The programme could not be repacked. */
        MEDIA("영상을 RTMP로 옮겨 담지 못했습니다.", "The picture could not be repacked for RTMP.");

        private final String ko;
        private final String en;

        Failure(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean sentence. */
        public String ko() {
            return ko;
        }

        /** The English sentence. */
        public String en() {
            return en;
        }

        /** The sentence for a code; a code that has none stands as it is. */
        public static String sentence(String code, Locale locale) {
            boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(code))
                    .findFirst()
                    .map(one -> english ? one.en : one.ko)
                    .orElse(code);
        }
    }

    /**
     * What was last seen of an output.
     *
     * @param since since when it is in its state, null where that is not told
     * @param code why it fails, null if it does not
     * @param words what the other side said, null if nothing
     * @param retryAt when it tries again, null if it does not wait
     * @param kbps kilobits per second that go out, null where it is not told
     * @param fps pictures per second that go out, null where it is not told
     * @param seenAt when the backend last told, null if it never did
     * @param fault word of {@link live.onair.kernel.CloudFault}, why it does not answer now; null if it does
     */
    public record OutputLook(
            @Nullable Instant since,
            @Nullable String code,
            @Nullable String words,
            @Nullable Instant retryAt,
            @Nullable Integer kbps,
            @Nullable Integer fps,
            @Nullable Instant seenAt,
            @Nullable String fault) {

        /** Nothing was seen. */
        static final OutputLook NOTHING = new OutputLook(null, null, null, null, null, null, null, null);
    }

    /**
     * A target in a show.
     *
     * @param by who switched it last, null if nobody did
     */
    public record SwitchRow(
            String show,
            String target,
            String name,
            String host,
            boolean on,
            SwitchState state,
            OutputLook look,
            @Nullable String by,
            @Nullable Instant at) {}

    /** When a switch takes effect. */
    public enum Effect {
        /** Within seconds. */
        AT_ONCE("몇 초 안에 바뀝니다.", "It takes effect within seconds."),
        /** When the show goes on air. */
        WITH_SHOW("방송이 시작되면 함께 시작하고, 끝나면 함께 끝납니다.", "It begins when the show goes on air, and ends with it."),
        /** When the channel starts. */
        WITH_CHANNEL(
                "채널이 켜질 때(대기) 함께 시작합니다. 대기 화면도 나갑니다.",
                "It begins when the channel starts, at standby: the slate before the show is sent as well."),
        /** Not in this run. */
        NEXT_START(
                "채널이 켜져 있는 동안에는 바꿀 수 없습니다. 채널이 다음에 켜질 때부터 바뀝니다.",
                "It cannot change while the channel runs: it counts from the channel's next start.");

        private final String ko;
        private final String en;

        Effect(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean sentence. */
        public String ko() {
            return ko;
        }

        /** The English sentence. */
        public String en() {
            return en;
        }
    }

    /**
     * What a press would do; counts until {@code expiresAt}.
     *
     * @param hash what has to be told again to have it done
     * @param calls exactly those that would be sent, in order
     */
    public record PlannedSwitch(
            String show,
            String title,
            String target,
            String name,
            boolean on,
            Effect effect,
            String hash,
            List<Plan.Call> calls,
            List<String> permissions,
            Instant expiresAt) {}
}
