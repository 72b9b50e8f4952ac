package live.onair.app;

/**
 * Why Onair does not start: one line of cause and one of remedy, in Korean and in English, and the exit status.
 */
final class Trouble extends RuntimeException {

    private final int status;
    private final String text;

    private Trouble(int status, String koCause, String koRemedy, String enCause, String enRemedy) {
        super(enCause);
        this.status = status;
        this.text = "원인: " + koCause + "\n조치: " + koRemedy + "\nCause: " + enCause + "\nRemedy: " + enRemedy;
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }

    static Trouble busyPort(String name, int port) {
        return new Trouble(
                10,
                name + " 포트 " + port + "번을 다른 프로그램이 쓰고 있습니다.",
                "그 프로그램을 끝내거나 다른 번호를 고르세요: --port N",
                "Port " + port + " (" + name + ") is in use by another program.",
                "End that program or choose another number: --port N");
    }

    static Trouble folderInUse(String folder) {
        return new Trouble(
                11,
                "데이터 폴더를 다른 Onair가 쓰고 있습니다: " + folder,
                "실행 중인 Onair를 끝내거나 다른 폴더를 고르세요: --data DIR",
                "The data folder is in use by another Onair: " + folder,
                "End the running Onair or choose another folder: --data DIR");
    }

    static Trouble noSpace(String folder, long freeMegabytes, long wantedMegabytes) {
        return new Trouble(
                12,
                "디스크 공간이 부족합니다: " + folder + " 남은 용량 " + freeMegabytes + " MB, 필요 " + wantedMegabytes + " MB",
                "파일을 지우거나 다른 디스크의 폴더를 고르세요: --data DIR",
                "Not enough disk space: " + folder + " has " + freeMegabytes + " MB, " + wantedMegabytes
                        + " MB needed.",
                "Delete files or choose a folder on another disk: --data DIR");
    }

    static Trouble newerDatabase(String found, String known) {
        return new Trouble(
                13,
                "데이터베이스(" + found + ")가 이 프로그램(" + known + ")보다 새것입니다.",
                "이 데이터를 쓰던 새 버전으로 실행하거나, backups 폴더의 이전 사본을 쓰세요.",
                "The database (" + found + ") is newer than this program (" + known + ").",
                "Run the newer version that used this data, or use the earlier copy in its backups folder.");
    }

    static Trouble wrongJava(String found) {
        return new Trouble(
                14,
                "Java 17이 필요합니다. 지금 Java: " + found,
                "Java 17을 설치하고 JAVA_HOME을 맞추세요.",
                "Java 17 is needed; this is Java " + found + ".",
                "Install Java 17 and point JAVA_HOME to it.");
    }

    static Trouble wrongSettings(String list) {
        return new Trouble(
                15,
                "설정이 맞지 않습니다.\n" + list,
                "설정 설명서(ops/configuration.md)를 보고 모두 고친 뒤 다시 시작하세요.",
                "The settings are not right.\n" + list,
                "Correct all of them (see ops/configuration.md) and start again.");
    }

    static Trouble wrongArguments(String what) {
        return new Trouble(
                2,
                "알 수 없는 명령입니다: " + what,
                "onair help로 쓸 수 있는 명령을 보세요.",
                "Unknown command or option: " + what,
                "See the commands with: onair help");
    }

    static Trouble didNotStart(String part, String why) {
        return new Trouble(
                16,
                part + "이(가) 시작되지 않았습니다: " + why,
                "데이터 폴더의 logs를 확인하세요.",
                part + " did not start: " + why,
                "Look into logs in the data folder.");
    }
}
