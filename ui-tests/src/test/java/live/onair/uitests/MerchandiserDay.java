package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;

/** What a merchandiser does on a day, step by step; in words of ids, so that it is the same in both languages. */
final class MerchandiserDay {

    private final Hands hands;
    private final Hands second;
    private final Hands.Look look;
    private final Page page;
    private final Api api = Ui.app().api("merchandiser");
    /** Nobody else plans on this channel, nor on these days. */
    private final String channel;

    private final String channelName;
    private final String name;
    private final LocalDate day;
    private String show = "";
    private String copied = "";

    MerchandiserDay(Hands.Look look) {
        this.look = look;
        String mark = UUID.randomUUID().toString().substring(0, 4);
        this.name = "가을 니트 " + mark;
        this.channelName = "하루 채널 " + mark;
        this.channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", channelName, "warmUpSeconds", 0, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        // nobody else plans so far away; a week has the days of one
        this.day = OnBoard.TODAY.plusDays(200 + 7L * Integer.parseInt(channel.replaceAll("\\D", "")));
        this.hands = look.sit();
        this.second = look.sit();
        this.page = hands.page;
    }

    private JsonNode shows() {
        return api.get("/shows?limit=200&channel=" + channel).ok().path("shows");
    }

    private String stateOf(String id) {
        return OnBoard.read(id).path("state").asText();
    }

    private void awaitState(String id, String state) {
        await(state)
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> stateOf(id).equals(state));
    }

    void signs_in_and_sees_the_first_steps() {
        hands.signIn("merchandiser");
        assertThat(page.locator("html").getAttribute("theme")).isEqualTo(look.dark() ? "dark" : "light");
        page.locator("#first-steps [data-step='show.Scheduled']").waitFor();
    }

    /** The week first; then C on its day, where the dialog knows day and hour. */
    void plans_a_show_on_the_week_board() {
        hands.open("schedule/" + day);
        hands.press("[data-view=week]");
        page.waitForURL("**view=week**");
        page.locator("onair-board[data-ready]").waitFor();
        hands.press("[data-view=day]");
        page.waitForURL(url -> !url.contains("view=week"));
        page.locator("onair-board[data-ready]").waitFor();
        hands.key("c", "#shows-schedule");
        hands.fill("show-title", name);
        hands.choose("show-channel", channelName);
        hands.pick(page.locator("#show-source"), 1);
        hands.press("#dialog-save");
        Hands.until(() -> shows().size() == 1);
        show = shows().get(0).path("id").asText();
        page.waitForURL("**show=" + show + "**");
        hands.press("#open-show");
        page.waitForURL("**/shows/" + show);
        page.locator("[data-state=DRAFT]").first().waitFor();
    }

    void keeps_it_as_a_template_and_plans_another_from_it() {
        String template = "틀 " + name;
        hands.tab("plan");
        hands.press("#templates-save");
        hands.fill("text", template);
        hands.press("#text-done");
        page.locator("#undo").waitFor();
        hands.visit("templates");
        hands.key("t", "#templates-use");
        hands.choose("use-template", template);
        LocalDate soon = OnBoard.TODAY.plusDays(5);
        hands.writeDate(page.locator("#use-start input").first(), hands.inWords(soon));
        hands.fill("use-title", name + " 특집");
        hands.press("#use-done");
        page.waitForURL("**/shows/SH-*");
        Hands.until(() -> shows().size() == 2);
        copied = page.url().replaceFirst(".*/shows/", "");
        assertThat(OnBoard.read(copied).path("startsAt").asText()).startsWith(soon.toString());
        assertThat(OnBoard.read(copied).path("title").asText()).isEqualTo(name + " 특집");
    }

    void copies_it_with_a_shift_and_makes_it_weekly() {
        hands.open("shows/" + show);
        hands.key("d", "#copies-make");
        hands.fill("copy-days", "1");
        hands.fill("copy-minutes", "90");
        page.waitForCondition(() -> page.locator(".on-foreseen").innerText().contains("21:30"));
        hands.press("#copy-done");
        Hands.until(() -> shows().size() == 3);
        page.locator("#undo").waitFor();
        hands.tab("plan");
        hands.key("w", "#series-create");
        hands.fill("series-count", "3");
        page.waitForCondition(
                () -> page.locator(".on-foreseen .on-line, .on-foreseen > *").count() >= 3);
        page.waitForCondition(() -> page.locator("#series-done").isEnabled());
        hands.press("#series-done");
        page.waitForCondition(() -> page.locator(".on-plan-side .on-line").count() == 3);
        assertThat(shows()).hasSize(5);
    }

    void changes_one_of_the_series_only() {
        hands.press("#series-change");
        hands.fill("text", name + " 단독");
        hands.press("#text-done");
        page.locator("#series-scope").waitFor();
        hands.pick(page.locator("#series-scope"), 0);
        hands.press("#series-scope-done");
        Hands.until(() -> OnBoard.read(show).path("title").asText().equals(name + " 단독"));
        List<String> titles = new ArrayList<>();
        shows().forEach(s -> titles.add(s.path("title").asText()));
        assertThat(titles).as("this one only").filteredOn(t -> t.endsWith("단독")).hasSize(1);
    }

    void moves_a_show_on_the_board_and_takes_it_back() {
        LocalDate quiet = day.plusDays(3);
        String moved = OnBoard.plan(quiet, "10:00", 60, "CH-02", "옮길 방송 " + name);
        hands.open("schedule/" + quiet);
        OnBoard board = new OnBoard(page, quiet);
        board.ready();
        hands.move(board, moved, 1, 30);
        OnBoard.awaitPlace(moved, "CH-03 10:30 ~ 11:30");
        hands.undo();
        OnBoard.awaitPlace(moved, "CH-02 10:00 ~ 11:00");
        api.post("/shows/" + moved + "/transitions", Map.of("to", "CANCELLED", "reason", "하루 끝"));
    }

    void brings_a_table_in_and_takes_it_back() {
        hands.visit("import");
        LocalDate on = day.plusDays(4);
        String table = (look.korean() ? "제목,채널,시작,길이\n" : "Title,Channel,Start,Length\n")
                + "아침 방송,%s,%s 09:00,60\n낮 방송,%s,%s 12:00,60\n".formatted(channelName, on, channelName, on);
        hands.write(page.locator("#import-paste textarea"), table);
        page.waitForCondition(() -> page.locator("#imports-apply").isEnabled());
        hands.press("#imports-apply");
        Hands.until(() -> shows().size() == 7);
        hands.undo();
        Hands.until(() -> shows().findValuesAsText("state").stream()
                        .filter("CANCELLED"::equals)
                        .count()
                == 2);
    }

    void asks_for_approval_and_gets_it_back_with_words() {
        hands.open("shows/" + copied);
        hands.press("#shows-submit");
        page.locator("[data-state=IN_REVIEW]").first().waitFor();
        second.signIn("admin");
        second.open("shows/" + copied);
        second.press("#shows-approve");
        second.fill("reason", "제목에 브랜드를 넣어 주세요");
        second.press("#review-back");
        page.locator("[data-state=DRAFT]").first().waitFor();
        page.locator(".note.warn")
                .filter(new Locator.FilterOptions().setHasText("제목에 브랜드를 넣어 주세요"))
                .waitFor();
    }

    /** Once approved, changed again: the second person sees the difference, and approves that. */
    void mends_it_and_has_it_approved_by_what_changed() {
        retitle("데모 브랜드 " + name);
        submitted();
        approved();
        retitle("데모 브랜드 " + name + " 첫 공개");
        page.locator("[data-state=IN_REVIEW]").first().waitFor();
        second.press("#shows-approve");
        Locator difference = second.page.locator("vaadin-dialog-overlay [data-field=title]");
        difference.waitFor();
        assertThat(difference.innerText()).contains("데모 브랜드 " + name, "첫 공개");
        second.press("#reason-done");
        awaitState(copied, "APPROVED");
        page.locator("[data-state=APPROVED]").first().waitFor();
    }

    private void retitle(String title) {
        hands.key("e", "#shows-change");
        hands.fill("show-title", title);
        hands.press("#dialog-save");
        Hands.until(() -> OnBoard.read(copied).path("title").asText().equals(title));
        page.locator("vaadin-dialog-overlay").waitFor(Hands.gone());
    }

    private void submitted() {
        hands.press("#shows-submit");
        second.page.locator("[data-state=IN_REVIEW]").first().waitFor();
    }

    private void approved() {
        second.press("#shows-approve");
        second.press("#reason-done");
        page.locator("[data-state=APPROVED]").first().waitFor();
    }

    void finds_it_by_its_first_consonants_and_shares_a_view() {
        hands.visit("shows");
        hands.find("ㄷㅁㅂㄹㄷㄱㅇㄴㅌ" + name.substring(name.length() - 4), name);
        page.waitForURL("**/shows/SH-*");
        String view = "보기 " + name;
        hands.open("shows?q=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));
        hands.pickFromMenu(
                page.locator("#views vaadin-menu-bar-button").first(),
                page.locator("vaadin-menu-bar-item:visible")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("…\\s*$"))));
        hands.fill("view-name", view);
        hands.check(page.locator("#view-shared input"));
        hands.press("#view-save");
        page.locator("#views")
                .filter(new Locator.FilterOptions().setHasText(view))
                .waitFor();
        second.open("shows");
        second.pickFromMenu(
                second.page.locator("#views vaadin-menu-bar-button").first(),
                second.page
                        .locator("vaadin-menu-bar-item:visible")
                        .filter(new Locator.FilterOptions().setHasText(view)));
        second.page.waitForURL("**/shows?q=**");
    }

    void reads_its_history() {
        hands.open("shows/" + copied);
        hands.tab("history");
        for (String kind : List.of("show.Submitted", "show.SentBack", "show.Approved", "show.Changed")) {
            page.locator("[data-history='" + copied + "'] li[data-kind='" + kind + "']")
                    .first()
                    .waitFor();
        }
        assertThat(page.locator("[data-history]").innerText()).contains("제목에 브랜드를 넣어 주세요");
    }

    void subscribes_to_a_calendar_and_sees_the_public_schedule() throws Exception {
        hands.visit("schedule");
        hands.press("#calendars");
        hands.press("#calendars-create");
        Locator address = page.locator("#calendar-url input");
        address.waitFor();
        assertThat(read(Ui.app().url() + URI.create(address.inputValue()).getPath()))
                .contains("BEGIN:VCALENDAR", "첫 공개");
        hands.press(page.locator("[id^=calendars-revoke]").first());
        String open = Ui.app().viewerUrl() + "/storefront/v1/schedule.json";
        await("public")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> read(open).contains(copied));
        assertThat(read(open)).contains("데모 브랜드 " + name + " 첫 공개").doesNotContain(show);
    }

    private static String read(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What was planned is sold from here on. */
    SellingDay sells() {
        return new SellingDay(hands, second, copied);
    }

    List<String> complaints() {
        List<String> all = new ArrayList<>(hands.complaints());
        all.addAll(second.complaints());
        return all;
    }

    /** Leaves nothing that would go on air during other tests, and the account in Korean. */
    void leaves() {
        String state = copied.isEmpty() ? "" : stateOf(copied);
        if (state.equals("STANDBY") || state.equals("ON_AIR")) {
            api.post("/shows/" + copied + "/transitions", Map.of("to", "ENDED", "reason", "하루 끝"));
        } else if (List.of("DRAFT", "IN_REVIEW", "APPROVED", "REHEARSAL").contains(state)) {
            api.post("/shows/" + copied + "/transitions", Map.of("to", "CANCELLED", "reason", "하루 끝"));
        }
        second.leave();
        hands.leave("merchandiser", "admin");
    }
}
