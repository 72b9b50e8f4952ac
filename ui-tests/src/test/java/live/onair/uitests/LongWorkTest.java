package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** U6: work that takes longer is seen on every page and after a reload, can be ended, and then has changed nothing. */
class LongWorkTest {

    private static final LocalDate DAY = OnBoard.TODAY.plusDays(75);

    private final String channel;

    LongWorkTest() {
        channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "긴 일 채널 " + UUID.randomUUID(), "warmUpSeconds", 0, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
    }

    /** Holds what the import needs, until closed: so the work lasts as long as the test wants. */
    private Connection holdingTheChannel() throws SQLException {
        Connection held = DriverManager.getConnection(Ui.app().database());
        held.setAutoCommit(false);
        try (PreparedStatement lock =
                held.prepareStatement("select 1 from scheduling.resource where id = ? for update")) {
            lock.setString(1, channel);
            lock.executeQuery();
        }
        return held;
    }

    private Page lookedAt(String title) {
        Page page = Ui.signedInAt("merchandiser", "import");
        forgetAll(page);
        page.locator("#import-paste textarea")
                .fill("제목,채널,시작,길이\n" + title + "," + channel + "," + DAY + " 09:00,60\n");
        assertThat(page.locator("#imports-apply")).hasText("1개 가져오기");
        return page;
    }

    private static Locator job(Page page) {
        return page.locator("[data-job=import]").last();
    }

    /** Other tests' work may be told of too. */
    private static void forgetAll(Page page) {
        Locator told = page.locator("[data-job]");
        for (int left = told.count(); left > 0; left--) {
            page.locator("[id^=jobs-forget]").first().click();
            assertThat(told).hasCount(left - 1);
        }
    }

    private int shows(String title) {
        int found = 0;
        for (var show :
                Ui.app().api("auditor").get("/shows?limit=200&state=DRAFT").ok().path("shows")) {
            found += show.path("title").asText().equals(title) ? 1 : 0;
        }
        return found;
    }

    @Test
    void an_import_under_way_survives_a_reload_and_is_done_when_it_can_be() throws SQLException {
        String title = "긴 일 " + UUID.randomUUID();
        Page page = lookedAt(title);
        try (Connection held = holdingTheChannel()) {
            page.locator("#imports-apply").click();
            assertThat(job(page)).containsText("남은 시간 알 수 없음");
            assertThat(page.locator("#imports-apply")).isDisabled();
            page.reload();
            assertThat(job(page)).containsText("진행 중");
            Ui.go(page, "shows");
            assertThat(job(page)).containsText("편성표 가져오기");
            held.rollback();
        }
        assertThat(job(page)).containsText("끝남");
        org.assertj.core.api.Assertions.assertThat(shows(title)).isEqualTo(1);
        job(page).locator("[id^=jobs-result]").click();
        page.waitForURL("**/import");
        assertThat(page.locator("#imports-past")).containsText("추가 1");
        forgetAll(page);
        Ui.leave(page);
    }

    @Test
    void work_that_is_ended_by_a_person_has_changed_nothing() throws SQLException {
        String title = "그만둔 일 " + UUID.randomUUID();
        Page page = lookedAt(title);
        try (Connection held = holdingTheChannel()) {
            page.locator("#imports-apply").click();
            job(page).locator("[id^=jobs-stop]").click();
            assertThat(job(page)).containsText("멈추는 중");
            held.rollback();
        }
        assertThat(job(page)).containsText("아무것도 바뀌지 않았습니다");
        await().atMost(Leave.of(Duration.ofSeconds(30))).until(() -> shows(title) == 0);
        assertThat(page.locator("#imports-apply")).isEnabled();
        forgetAll(page);
        Ui.leave(page);
    }
}
