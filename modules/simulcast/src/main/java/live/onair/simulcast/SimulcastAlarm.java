package live.onair.simulcast;

import live.onair.scheduling.Interruptions;

/** The kinds of alarm that simulcast raises. */
enum SimulcastAlarm implements Interruptions.Kind {
    SIMULCAST_FAILING;

    @Override
    public Interruptions.AlarmWords words() {
        return new Interruptions.AlarmWords(
                "동시 송출이 계속 실패하고 있습니다",
                "Simulcast keeps failing",
                "신호 탭에서 이유를 보고 그쪽 방송과 스트림 키를 확인하거나, 그 대상을 끄세요",
                "Read why on the signal tab: check the broadcast and the key there, or switch the target off");
    }
}
