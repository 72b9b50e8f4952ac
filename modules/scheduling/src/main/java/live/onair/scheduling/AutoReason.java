package live.onair.scheduling;

import java.util.Locale;

/** Why Onair itself moved a show on; stored as the code, read as a sentence. */
enum AutoReason {
    STANDBY_TIME("auto:standby", "준비 시각이 되었습니다.", "It was time to stand by."),
    START_TIME("auto:start", "시작 시각이 되었습니다.", "It was time to start."),
    GATE_CLEARED("auto:gate-cleared", "막고 있던 항목이 풀려 시작했습니다.", "What held it back was cleared."),
    GATE_OVERRIDDEN("auto:gate-overridden", "사람이 점검을 건너뛰게 하여 시작했습니다.", "The gate was overridden."),
    END_TIME("auto:end", "끝 시각이 되었습니다.", "It was time to end."),
    OVERRUN("auto:overrun", "연장하지 않은 채 유예 시간까지 지났습니다.", "It overran its grace and nobody extended it."),
    NEVER_STARTED("auto:never-started", "시작하지 못한 채 끝 시각이 지났습니다.", "never started"),
    MISSED("auto:missed", "대기하지 못한 채 끝 시각이 지났습니다.", "missed"),
    REHEARSAL_OVER("auto:rehearsal-over", "리허설 시간이 끝났습니다.", "The rehearsal's time was over."),
    REPLAY_DUE("auto:replay", "다시보기를 공개할 시각이 되었습니다.", "The replay was due."),
    CHANGED("auto:changed", "승인 뒤에 내용이 바뀌었습니다.", "It was changed after its approval."),
    REHEARSAL_CUT("auto:rehearsal-cut", "내용이 바뀌어 리허설을 마쳤습니다.", "The rehearsal ended because of a change.");

    private final String code;
    private final String ko;
    private final String en;

    AutoReason(String code, String ko, String en) {
        this.code = code;
        this.ko = ko;
        this.en = en;
    }

    String code() {
        return code;
    }

    static String sentence(String reason, Locale locale) {
        for (AutoReason known : values()) {
            if (reason.equals(known.code) || reason.startsWith(known.code + " ")) {
                String more = reason.substring(known.code.length());
                return (Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? known.en : known.ko) + more;
            }
        }
        return reason;
    }
}
