package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.DomainEvent;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Alarms: what hurts viewers or a show right now. Any room above opens and closes them; one is open per kind and show. */
@Singleton
@Transactional
@Guarded
public class Interruptions {

    private final InterruptionBook book;

    @Inject
    Interruptions(InterruptionBook book) {
        this.book = book;
    }

    /** A kind of alarm. Rooms above bring their own as an enum; the code is the constant's name and is unique. */
    public interface Kind {
        /** Stable code. */
        String name();

        /** What is wrong, and what to do next. */
        AlarmWords words();

        /** What is wrong, in Korean. */
        default String ko() {
            return words().ko();
        }

        /** What is wrong, in English. */
        default String en() {
            return words().en();
        }

        /** Whether acknowledging it ends it, because nothing else will. */
        default boolean closesOnAcknowledge() {
            return false;
        }
    }

    /**
     * An alarm in words.
     *
     * @param ko what is wrong
     * @param nextKo what to do next
     */
    public record AlarmWords(String ko, String en, String nextKo, String nextEn) {}

    /**
     * An alarm.
     *
     * @param show the show it is about, null for none
     * @param viewersHurt how many viewers feel it, null if unknown
     * @param closedAt null while it is open
     */
    public record Row(
            UUID id,
            String kind,
            @Nullable String show,
            String ko,
            String en,
            String nextKo,
            String nextEn,
            @Nullable Integer viewersHurt,
            Map<String, String> facts,
            Instant since,
            @Nullable Instant closedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String note) {}

    /** What happens to alarms. */
    public sealed interface InterruptionEvent extends DomainEvent {

        /** Id of the alarm. */
        UUID id();

        /** Code of its kind. */
        String alarm();

        /** The show it is about; null for none. */
        @Nullable
        String show();

        @Override
        default String subject() {
            String about = show();
            return about == null ? alarm() : about;
        }

        @Override
        default Optional<String> aboutShow() {
            return Optional.ofNullable(show());
        }

        /** It began. */
        record Opened(UUID id, String alarm, @Nullable String show, Map<String, String> facts)
                implements InterruptionEvent {}

        /** It is over. */
        record Closed(UUID id, String alarm, @Nullable String show, Instant since) implements InterruptionEvent {}

        /** Somebody looks after it. */
        record Acknowledged(UUID id, String alarm, @Nullable String show, String note) implements InterruptionEvent {}
    }

    /** Opens the alarm, or refreshes viewers and facts of the one that is open; gives its id. */
    @AllowedTo
    public UUID open(Kind kind, @Nullable String show, OptionalInt viewersHurt, Map<String, ?> facts) {
        return book.open(kind, show, viewersHurt, facts);
    }

    /** Closes the alarm of this kind and show, if it is open. */
    @AllowedTo
    public void close(Kind kind, @Nullable String show) {
        book.close(kind.name(), show);
    }

    /** Says that somebody looks after it; ends it if nothing else will. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "interruptions.acknowledge", ko = "알림 확인", en = "Acknowledge alarm")
    public Outcome<Row> acknowledge(UUID id, @Nullable String note) {
        return book.acknowledge(id, note == null ? "" : note.strip());
    }

    /** All that is open: most viewers hurt first, then the oldest. */
    @AllowedTo
    public List<Row> open() {
        return book.open();
    }

    /** All of one show, newest first. */
    @AllowedTo
    public List<Row> of(String show) {
        return book.of(show);
    }

    /** The kinds of alarm this room raises itself. */
    enum AlarmKind implements Interruptions.Kind {
        GATE(
                "시작을 막는 항목이 있습니다",
                "The gate holds the start back",
                "점검 항목을 고치거나 사유를 적고 시작시키세요",
                "Fix the red checks, or override with a reason"),
        INPUT_LOST("인코더 신호가 끊겼습니다", "The encoder's signal is gone", "인코더와 회선을 확인하세요", "Check the encoder and its line"),
        INPUT_A_LOST(
                "입력 A가 끊겨 예비 입력 B로 송출하고 있습니다",
                "Input A is lost; the backup, input B, is on air",
                "입력 A의 인코더와 회선을 확인하세요",
                "Check the encoder and the line of input A"),
        INPUT_B_LOST(
                "예비 입력 B가 끊겼습니다",
                "The backup, input B, is lost",
                "입력 B의 인코더와 회선을 확인하세요",
                "Check the encoder and the line of input B"),
        INPUT_SWITCH_FAILED(
                "입력을 바꾸지 못했습니다",
                "The input could not be switched",
                "그 입력에 화면이 들어오는지 보고 다시 바꾸세요",
                "See whether that input has a picture, and switch again"),
        PIPELINE_DOWN(
                "파이프라인 1개에 이상: 방송은 계속됩니다",
                "One pipeline has failed: the show goes on",
                "남은 파이프라인까지 멈추면 방송이 끊깁니다. AWS 콘솔에서 원인을 확인하세요",
                "The show stops if the other one fails, too: find the cause in the AWS console"),
        CLOUD_ALARM("클라우드 알람이 울립니다", "A cloud alarm rings", "신호 탭에서 어느 알람인지 보세요", "See which on the signal tab"),
        RECONNECT_EXPIRED(
                "재연결 시간이 지났습니다", "The reconnect window is over", "방송을 중단할지 결정하세요", "Decide whether to stop the show"),
        BLACK("화면이 검게 나갑니다", "The picture is black", "카메라와 스위처를 확인하세요", "Check camera and switcher"),
        FREEZE("화면이 멈춰 있습니다", "The picture stands still", "인코더를 확인하세요", "Check the encoder"),
        SILENCE("소리가 나가지 않습니다", "There is no sound", "오디오 입력을 확인하세요", "Check the sound input"),
        LOUD("소리가 너무 큽니다", "The sound is too loud", "오디오 레벨을 낮추세요", "Lower the sound level"),
        BLUR_FAILS("흐림이 실패해 슬레이트가 나갑니다", "The blur fails: a slate is shown", "긴급 슬레이트를 켜세요", "Put the slate on"),
        BLUR_FULL("흐림 자리가 차 슬레이트가 나갑니다", "No blur is left: a slate is shown", "다른 방송의 흐림을 끄세요", "End another blur"),
        CHANNEL_NOT_RUNNING(
                "채널이 송출하지 않고 있습니다",
                "The channel is not running",
                "채널의 다른 송출과 상태를 확인하세요",
                "Look at the channel and what else runs on it"),
        CHANNEL_TROUBLE(
                "채널에 보낸 명령이 실패하고 있습니다",
                "Commands to the channel fail",
                "오류 내용과 미디어 서버를 확인하세요",
                "Read the fault and check the media backend"),
        PLAN_OTHER(
                "승인한 계획과 다른 호출로 실행했습니다",
                "Done by other calls than the plan that was approved",
                "변경 이력과 채널 상태를 확인하세요",
                "Look at the change log and at the channel"),
        RULES_TAKEN_BACK(
                "승인한 계획과 다른 호출이 필요해 입력 설정을 되돌렸습니다",
                "The rules of the inputs were taken back: other calls were needed than approved",
                "자동 전환 설정을 다시 열어 새 계획을 확인하세요",
                "Open the rules of the inputs again and read the new plan"),
        MEDIA_DOWN(
                "미디어 서버가 응답하지 않습니다", "The media backend does not answer", "미디어 서버를 확인하세요", "Check the media backend"),
        DISK_NEAR_FULL(
                "녹화 공간이 거의 찼습니다", "Room for recordings is nearly used up", "오래된 다시보기를 정리하세요", "Clear out old replays"),
        DISK_FULL(
                "녹화 공간이 가득 찼습니다",
                "Room for recordings is used up",
                "다시보기를 지우거나 공간을 늘리세요",
                "Delete replays or add room"),
        CLOCK_STEP(
                "시스템 시계가 갑자기 바뀌어 자동 시작과 종료를 멈췄습니다",
                "The system clock jumped; automatic starts and stops are held",
                "시계를 되돌리거나 새 시각이 맞는지 확인해 주세요",
                "Set the clock back, or confirm the new time"),
        NEVER_STARTED(
                "방송이 시작되지 못한 채 지나갔습니다", "The show never started", "원인을 확인하고 새로 편성하세요", "Find out why and plan it anew"),
        MISSED("방송 시간이 지나가 버렸습니다", "The show's time was missed", "원인을 확인하고 새로 편성하세요", "Find out why and plan it anew");

        private final AlarmWords words;

        AlarmKind(String ko, String en, String nextKo, String nextEn) {
            words = new AlarmWords(ko, en, nextKo, nextEn);
        }

        @Override
        public AlarmWords words() {
            return words;
        }

        @Override
        public boolean closesOnAcknowledge() {
            return EnumSet.of(NEVER_STARTED, MISSED, INPUT_SWITCH_FAILED, PLAN_OTHER, RULES_TAKEN_BACK)
                    .contains(this);
        }
    }
}
