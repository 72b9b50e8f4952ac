package live.onair.kernel;

/** What a person or a token is trusted with. A person may carry several. */
public enum Role {
    /** Schedules live shows (편성 담당). */
    MERCHANDISER("편성 담당", "Merchandiser"),
    /** Watches chats and streams. */
    MODERATOR("모더레이터", "Moderator"),
    /** Runs the channels, triggers failover and backups. */
    OPS("운영 담당", "Operations"),
    /** Manages people and settings. */
    ADMIN("관리자", "Administrator"),
    /** Reads everything, changes nothing. */
    AUDITOR("감사 담당", "Auditor");

    private final String ko;
    private final String en;

    Role(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    /** The Korean word shown on screens. */
    public String ko() {
        return ko;
    }

    /** The English word shown on screens. */
    public String en() {
        return en;
    }
}
