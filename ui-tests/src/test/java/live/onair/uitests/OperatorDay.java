package live.onair.uitests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;

/** What an operator does on a day, step by step; in words of ids, so that it is the same in both languages. */
final class OperatorDay {

    private static final Locator.WaitForOptions A_MINUTE = new Locator.WaitForOptions().setTimeout(Leave.of(60_000));

    private final Hands hands;
    private final Hands.Look look;
    private final Page page;
    private final Api planner = Ui.app().api("merchandiser");
    private final String turn = UUID.randomUUID().toString().substring(0, 4);
    private final String channel;
    private final String show;
    private final String later;
    private final List<String> complaints = new ArrayList<>();

    OperatorDay(Hands.Look look) {
        this.look = look;
        this.hands = look.sit();
        this.page = hands.page;
        Instant soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(35);
        this.channel = channel("지금 채널 " + turn);
        this.show = approved(channel, soon, soon.plusSeconds(1800));
        Instant tomorrow = soon.plus(1, ChronoUnit.DAYS);
        this.later = approved(channel("리허설 채널 " + turn), tomorrow, tomorrow.plusSeconds(1800));
    }

    private static String channel(String name) {
        return Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", name, "warmUpSeconds", 0, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
    }

    private String approved(String on, Instant start, Instant end) {
        String id = planner.post(
                        "/shows",
                        Map.of(
                                "title", "운영의 하루 " + turn,
                                "channel", on,
                                "start", start.toString(),
                                "end", end.toString(),
                                "feed", Map.of("source", "TEST")))
                .ok()
                .path("id")
                .asText();
        OnBoard.approve(id);
        return id;
    }

    void signs_in_and_looks_at_the_wall() {
        hands.signIn("ops");
        hands.visit("wall");
        page.locator(".tile [data-health]").first().waitFor();
        hands.key("1", ".tile [data-key='1']");
        page.waitForURL("**/wall?solo=SH-*");
        hands.key("m", "#wall-sound");
        page.locator("onair-player[loud]").waitFor();
        hands.key("0", "#wall-all");
        page.waitForURL(url -> !url.contains("solo"));
    }

    void rehearses_a_show() {
        hands.open("shows/" + later);
        hands.press("#shows-rehearse");
        hands.press("#plan-act");
        hands.state("REHEARSAL");
        hands.press("#shows-endRehearsal");
        hands.state("APPROVED");
    }

    void reads_the_signal_of_a_channel() {
        hands.visit("channels");
        page.locator("[id^='connection-CH']").first().waitFor();
        hands.open("shows/" + show);
        hands.tab("signal");
        page.locator(".on-signal").waitFor();
    }

    /** Nobody presses anything: it goes on air at its time, and the page says so by itself. */
    void sees_a_show_go_on_air() {
        hands.state("ON_AIR");
        page.locator(".on-signal .st.ok").waitFor(A_MINUTE);
    }

    void puts_the_slate_on_and_takes_it_off() {
        hands.confirm("#shows-slateOn", show, "하루 시험");
        page.locator("#shows-slateOff").waitFor();
        output("SLATE_EMERGENCY");
        hands.press("#shows-slateOff");
        hands.press("#reason-done");
        page.locator("#shows-slateOn").waitFor();
        output("TEST");
    }

    private void output(String wanted) {
        org.awaitility.Awaitility.await(wanted)
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> Ui.app()
                        .api("ops")
                        .get("/channels/" + channel)
                        .ok()
                        .path("signal")
                        .path("output")
                        .asText()
                        .equals(wanted));
    }

    void makes_the_show_longer_and_then_stops_it() {
        Instant before = end();
        hands.key("x", "#shows-extend");
        Hands.until(() -> end().equals(before.plusSeconds(600)));
        String until = end().atZone(OnBoard.SEOUL).toLocalTime().toString().substring(0, 5);
        page.locator(".on-show-head .facts")
                .filter(new Locator.FilterOptions().setHasText(until))
                .waitFor();
        hands.confirm("#shows-stop", show, "하루 끝");
        // its replay follows by itself, on a fast machine before this page has said that it ended
        hands.state("ENDED", "REPLAY");
    }

    private Instant end() {
        return java.time.OffsetDateTime.parse(OnBoard.read(show).path("endsAt").asText())
                .toInstant();
    }

    void tries_work_again() {
        hands.visit("work");
        hands.fill("work-search", later);
        page.waitForURL("**/work?q=" + later);
        Locator retry =
                page.locator("[id^=work-retry][aria-label$='" + later + "']").first();
        hands.pressInRow(page.locator("vaadin-grid"), retry);
        Hands.until(() -> Ui.app()
                .api("auditor")
                .get("/audit/entries?kind=work.Retried&q=" + later)
                .body()
                .toString()
                .contains(later));
    }

    void finds_what_was_done_in_the_event_log() {
        hands.visit("audit");
        hands.fill("audit-search", show);
        page.waitForURL("**/audit?q=" + show);
        hands.choose("audit-family", look.korean() ? "방송" : "Shows");
        page.waitForURL("**kind=show**");
        page.locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText("하루 시험"))
                .first()
                .waitFor();
        hands.press("#audit-verify");
        page.locator("#verdict[data-good=true] .st.ok").waitFor();
    }

    void sees_people_only_as_an_administrator() {
        hands.page.navigate(Ui.app().url() + "/people");
        page.locator("[data-error='403']").waitFor();
        Hands admin = look.sit();
        admin.signIn("admin");
        admin.visit("people");
        String login = "new" + UUID.randomUUID().toString().substring(0, 8);
        admin.press("#accounts-create");
        Locator fields = admin.page.locator("vaadin-dialog-overlay vaadin-text-field input");
        admin.write(fields.nth(0), login);
        admin.write(fields.nth(1), "새 사람");
        admin.check(admin.page
                .locator("vaadin-dialog-overlay vaadin-checkbox input")
                .nth(2));
        admin.press("#people-save");
        admin.page
                .locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText(login))
                .waitFor();
        complaints.addAll(admin.complaints());
        admin.leave();
    }

    List<String> complaints() {
        complaints.addAll(hands.complaints());
        return complaints;
    }

    void leaves() {
        planner.post("/shows/" + later + "/transitions", Map.of("to", "CANCELLED", "reason", "하루 끝"));
        planner.post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "하루 끝"));
        hands.leave("ops", "admin");
    }
}
