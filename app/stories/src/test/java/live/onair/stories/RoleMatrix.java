package live.onair.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import live.onair.api.Carries;
import live.onair.api.Open;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who may do what by each operation of the running API: from the document, the resources and the facades. */
final class RoleMatrix {

    static final JavaClasses ONAIR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("live.onair");

    /** The facade behind each first word of a reading operation's id. */
    private static final Map<String, String> FACADES = Map.ofEntries(
            Map.entry("shows", "Shows"),
            Map.entry("bookings", "Bookings"),
            Map.entry("templates", "Templates"),
            Map.entry("copies", "Copies"),
            Map.entry("series", "Series"),
            Map.entry("marks", "Marks"),
            Map.entry("streamMarks", "StreamMarks"),
            Map.entry("calendars", "CalendarFeeds"),
            Map.entry("imports", "Imports"),
            Map.entry("channels", "Channels"),
            Map.entry("encoders", "Encoders"),
            Map.entry("studios", "Resources"),
            Map.entry("hosts", "Resources"),
            Map.entry("gate", "Gate"),
            Map.entry("interruptions", "Interruptions"),
            Map.entry("accounts", "Accounts"),
            Map.entry("sessions", "Sessions"),
            Map.entry("tokens", "Tokens"),
            Map.entry("approvals", "Approvals"),
            Map.entry("savedViews", "SavedViews"),
            Map.entry("layouts", "WindowLayouts"),
            Map.entry("work", "WorkBoard"),
            Map.entry("monitors", "Monitors"),
            Map.entry("simulcast", "Simulcast"),
            Map.entry("cues", "Cues"),
            Map.entry("adReview", "AdReview"),
            Map.entry("prompter", "Prompter"),
            Map.entry("products", "Products"),
            Map.entry("sellers", "Sellers"),
            Map.entry("catalogues", "Catalogues"),
            Map.entry("lineUps", "LineUps"),
            Map.entry("pins", "Pins"),
            Map.entry("cards", "Cards"),
            Map.entry("coupons", "Coupons"),
            Map.entry("games", "Games"),
            Map.entry("gifts", "Gifts"),
            Map.entry("moderation", "Moderation"),
            Map.entry("duty", "Duty"),
            Map.entry("reports", "Reports"),
            Map.entry("appeals", "Appeals"),
            Map.entry("announcements", "Announcements"),
            Map.entry("shields", "Shields"),
            Map.entry("raids", "Raids"),
            Map.entry("questions", "Questions"),
            Map.entry("replays", "Replays"),
            Map.entry("replayRestrictions", "ReplayRestrictions"),
            Map.entry("cdns", "Cdns"),
            Map.entry("liveLatency", "LiveLatency"),
            Map.entry("mends", "Mends"),
            Map.entry("purges", "Purges"),
            Map.entry("dns", "Records"),
            Map.entry("policies", "Policies"),
            Map.entry("steering", "Steering"),
            Map.entry("quality", "Quality"),
            Map.entry("choices", "Choices"),
            Map.entry("chatKeeping", "ChatKeeping"),
            Map.entry("chatRules", "ChatRules"),
            Map.entry("shippedRules", "ShippedRules"),
            Map.entry("winners", "Winners"),
            Map.entry("orders", "Orders"),
            Map.entry("analytics", "Analytics"),
            Map.entry("allotments", "Allotments"),
            Map.entry("webhooks", "Webhooks"),
            Map.entry("shopDoors", "ShopDoors"),
            Map.entry("clips", "Clips"),
            Map.entry("reminders", "Reminders"),
            Map.entry("promises", "Promises"),
            Map.entry("disputes", "Disputes"),
            Map.entry("disputeHolds", "DisputeHolds"),
            Map.entry("shops", "Shops"),
            Map.entry("flashSales", "FlashSales"),
            Map.entry("priceChanges", "PriceChanges"),
            Map.entry("evidence", "Evidence"),
            Map.entry("inventory", "Inventory"),
            Map.entry("audit", "AuditLog"));

    /**
     * One line of the matrix.
     *
     * @param command action id, or facade and method of what is read
     * @param allowed empty for nobody; all roles for everybody signed in
     */
    record Line(String method, String path, String operation, String command, Set<Role> allowed) {
        /** Whether it answers before anybody is signed in. */
        boolean isOpen() {
            return Open.PATHS.contains("/api/v1" + path);
        }
    }

    private final Map<String, Set<Role>> commands = new TreeMap<>();
    private final Map<String, Set<Role>> methods = new TreeMap<>();
    private final Map<String, List<String>> carried = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();

    RoleMatrix() {
        ONAIR.stream().flatMap(type -> type.getMethods().stream()).forEach(this::learn);
    }

    private void learn(JavaMethod method) {
        if (method.isAnnotatedWith(AllowedTo.class)) {
            Set<Role> roles = roles(method.getAnnotationOfType(AllowedTo.class).value());
            methods.put(method.getOwner().getSimpleName() + "." + method.getName(), roles);
            if (method.isAnnotatedWith(Action.class)) {
                commands.put(method.getAnnotationOfType(Action.class).id(), roles);
            }
        }
        if (method.isAnnotatedWith(Open.class)) {
            open.add(method.getAnnotationOfType(Operation.class).operationId());
        }
        if (method.isAnnotatedWith(Carries.class)) {
            carried.put(
                    method.getAnnotationOfType(Operation.class).operationId(),
                    List.of(method.getAnnotationOfType(Carries.class).value()));
        }
    }

    private static Set<Role> roles(Role... allowed) {
        return allowed.length == 0 ? EnumSet.allOf(Role.class) : EnumSet.copyOf(List.of(allowed));
    }

    Set<String> commands() {
        return commands.keySet();
    }

    /** Operations marked as answering before anybody is signed in. */
    Set<String> open() {
        return open;
    }

    /** Every line; one without a known facade has no command. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : openApi().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                lines.addAll(lines(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey().replaceFirst("^/api/v1", ""),
                        operation.getValue().path("operationId").asText()));
            }
        }
        return lines;
    }

    private List<Line> lines(String method, String path, String id) {
        List<String> carries = carried.getOrDefault(id, List.of());
        if (open.contains(id)) {
            return List.of(new Line(method, path, id, id, EnumSet.allOf(Role.class)));
        }
        if (carries.isEmpty()) {
            String facade = FACADES.getOrDefault(id.replaceFirst("\\..*", ""), "?");
            String name = id.matches("(studios|hosts)\\..*") ? "list" : id.replaceFirst(".*\\.", "");
            String command = facade + "." + name;
            return List.of(new Line(method, path, id, command, methods.getOrDefault(command, Set.of())));
        }
        List<Line> lines = new ArrayList<>();
        for (String command : carries) {
            Set<Role> allowed = EnumSet.noneOf(Role.class);
            allowed.addAll(commands.getOrDefault(command, Set.of()));
            allowed.retainAll(commands.getOrDefault(id, Set.of()));
            lines.add(new Line(method, path, id, command, allowed));
        }
        return lines;
    }

    boolean isDefined(Line line) {
        return line.isOpen() || commands.containsKey(line.command()) || methods.containsKey(line.command());
    }

    static JsonNode openApi() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SharedApp.get().url() + "/openapi?format=JSON"))
                .header("Accept", "application/json")
                .build();
        try {
            return new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
