package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import live.onair.kernel.Role;
import live.onair.testkit.Links;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/**
 * Every view of the console, opened in a browser by every role and by nobody: at full size each by its address, at the small size
 * every sixth by its address and the others by a link of the console, which asks the server as well.
 */
class ViewMatrixTest {

    private static final boolean ALL = Integer.getInteger("onair.proof.size", 1) > 1;
    private static final int BY_ADDRESS = 6;

    private static final String OPEN_TO_ALL = "schedule";

    private static final String SEEN = """
            () => {
              if (document.querySelector('.on-signin')) return 'sign-in';
              const text = document.body.innerText;
              if (/exception/i.test(text)) return 'broken';
              if (document.querySelector('[data-error="403"]')) return 'denied';
              return document.querySelector('vaadin-app-layout .on-page, .on-prompt') ? 'view' : '';
            }
            """;

    private final RunningOnair onair = SharedApp.get();
    private final Map<String, Set<String>> views = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> denied = new TreeSet<>();
    private int cells;

    @Test
    void every_view_is_shut_unless_its_annotation_opens_it_and_the_shut_door_is_on_record() {
        Instant since = Instant.now().minusSeconds(1);
        RoleMatrix.ONAIR.stream()
                .filter(type -> type.isAnnotatedWith(Route.class))
                .forEach(this::learn);
        assertThat(views).hasSizeGreaterThan(6);
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = ViewerPage.chromium(playwright)) {
            visit(browser, "");
            for (Role role : Role.values()) {
                visit(browser, role.name());
            }
        }
        assertThat(wrong).isEmpty();
        assertOnRecord(since);
        System.out.println("PROOF|view-matrix|%d|0|%d views, %d cells, 0 undefined, %d denied and on record"
                .formatted(ALL ? 2 : 1, views.size(), cells, denied.size()));
    }

    /** Who may: everybody, everybody signed in, some roles; a view that does not say is a defect. */
    private void learn(JavaClass type) {
        String path = type.getAnnotationOfType(Route.class)
                .value()
                .replace("/:day?", "")
                .replace(":show", "SH-10001");
        Set<String> allowed = new TreeSet<>();
        if (type.isAnnotatedWith(RolesAllowed.class)) {
            allowed.addAll(List.of(type.getAnnotationOfType(RolesAllowed.class).value()));
        } else if (type.isAnnotatedWith(PermitAll.class)) {
            List.of(Role.values()).forEach(role -> allowed.add(role.name()));
        } else {
            assertThat(type.isAnnotatedWith(AnonymousAllowed.class))
                    .as(type.getName())
                    .isTrue();
            return;
        }
        views.put(path, allowed);
    }

    private void visit(Browser browser, String role) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            if (!role.isEmpty()) {
                page.navigate(onair.url() + "/sign-in");
                page.locator("#demo-" + role.toLowerCase(Locale.ROOT)).click();
                page.waitForURL("**/schedule**");
            }
            views.forEach((path, allowed) -> {
                if (ALL || role.isEmpty() || cells % BY_ADDRESS == 0 || !followed(page, path)) {
                    page.navigate(onair.url() + "/" + path);
                }
                String seen = String.valueOf(page.waitForFunction(SEEN).jsonValue());
                String wanted = role.isEmpty() ? "sign-in" : allowed.contains(role) ? "view" : "denied";
                if (!seen.equals(wanted)) {
                    wrong.add(path + " as " + role + ": " + seen + " instead of " + wanted);
                }
                if (wanted.equals("denied")) {
                    denied.add(role + " view " + path);
                }
                cells++;
            });
        }
    }

    /** By a link, if there is a place to go from; a shut door is left first, because the next may be the same element. */
    private static boolean followed(Page page, String path) {
        if (page.querySelector("[data-error]") != null && !path.startsWith(OPEN_TO_ALL)) {
            Links.follow(page, OPEN_TO_ALL);
        }
        return Links.follow(page, path);
    }

    private void assertOnRecord(Instant since) {
        Set<String> recorded = new TreeSet<>();
        for (JsonNode row :
                onair.api("auditor").get("/audit/entries?kind=denied").ok().path("rows")) {
            if (ShortShows.instant(row.path("at")).isAfter(since)
                    && row.path("subject").asText().startsWith("view ")) {
                recorded.add(
                        row.path("roles").asText() + " " + row.path("subject").asText());
            }
        }
        assertThat(recorded).isEqualTo(denied);
    }
}
