package live.onair.work;

import live.onair.kernel.Refusal;

/** Why a command of the work board is not carried out. */
public enum WorkRefusal implements Refusal {
    /** It was done or given up meanwhile. */
    NO_LONGER_THERE("이미 처리되었거나 목록에 없는 작업입니다.", "This work is done already, or was never on the list."),
    /** A handler is at it right now. */
    RUNNING_NOW(
            "지금 실행 중인 작업({key})입니다. 끝난 뒤에 다시 시도하세요.", "This work ({key}) is running now. Try again when it has ended."),
    /** No part of this program does such work. */
    NO_HANDLER("이 버전의 프로그램은 {type} 작업을 처리할 수 없습니다.", "This version of the program does not know work of type {type}."),
    /** Giving work up needs a reason. */
    REASON_MISSING("포기하는 이유를 적어 주세요.", "Say why the work is given up.");

    private final String ko;
    private final String en;

    WorkRefusal(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    @Override
    public String ko() {
        return ko;
    }

    @Override
    public String en() {
        return en;
    }
}
