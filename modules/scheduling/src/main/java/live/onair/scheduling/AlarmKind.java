package live.onair.scheduling;

/** The kinds of alarm this room raises itself. */
enum AlarmKind implements Interruptions.Kind {
    GATE(
            "시작을 막는 항목이 있습니다",
            "The gate holds the start back",
            "점검 항목을 고치거나 사유를 적고 시작시키세요",
            "Fix the red checks, or override with a reason"),
    INPUT_LOST("인코더 신호가 끊겼습니다", "The encoder's signal is gone", "인코더와 회선을 확인하세요", "Check the encoder and its line"),
    RECONNECT_EXPIRED(
            "재연결 시간이 지났습니다", "The reconnect window is over", "방송을 중단할지 결정하세요", "Decide whether to stop the show"),
    BLACK("화면이 검게 나갑니다", "The picture is black", "카메라와 스위처를 확인하세요", "Check camera and switcher"),
    FREEZE("화면이 멈춰 있습니다", "The picture stands still", "인코더를 확인하세요", "Check the encoder"),
    SILENCE("소리가 나가지 않습니다", "There is no sound", "오디오 입력을 확인하세요", "Check the sound input"),
    CHANNEL_NOT_RUNNING(
            "채널이 송출하지 않고 있습니다",
            "The channel is not running",
            "채널의 다른 송출과 상태를 확인하세요",
            "Look at the channel and what else runs on it"),
    MEDIA_DOWN("미디어 서버가 응답하지 않습니다", "The media backend does not answer", "미디어 서버를 확인하세요", "Check the media backend"),
    DISK_NEAR_FULL(
            "녹화 공간이 거의 찼습니다", "Room for recordings is nearly used up", "오래된 다시보기를 정리하세요", "Clear out old replays"),
    DISK_FULL("녹화 공간이 가득 찼습니다", "Room for recordings is used up", "다시보기를 지우거나 공간을 늘리세요", "Delete replays or add room"),
    CLOCK_STEP(
            "시스템 시계가 갑자기 바뀌어 자동 시작과 종료를 멈췄습니다",
            "The system clock jumped; automatic starts and stops are held",
            "시계를 되돌리거나 새 시각이 맞는지 확인해 주세요",
            "Set the clock back, or confirm the new time"),
    NEVER_STARTED(
            "방송이 시작되지 못한 채 지나갔습니다", "The show never started", "원인을 확인하고 새로 편성하세요", "Find out why and plan it anew") {
        @Override
        public boolean closesOnAcknowledge() {
            return true;
        }
    },
    MISSED("방송 시간이 지나가 버렸습니다", "The show's time was missed", "원인을 확인하고 새로 편성하세요", "Find out why and plan it anew") {
        @Override
        public boolean closesOnAcknowledge() {
            return true;
        }
    };

    private final String ko;
    private final String en;
    private final String nextKo;
    private final String nextEn;

    AlarmKind(String ko, String en, String nextKo, String nextEn) {
        this.ko = ko;
        this.en = en;
        this.nextKo = nextKo;
        this.nextEn = nextEn;
    }

    @Override
    public String ko() {
        return ko;
    }

    @Override
    public String en() {
        return en;
    }

    @Override
    public String nextKo() {
        return nextKo;
    }

    @Override
    public String nextEn() {
        return nextEn;
    }
}
