package live.onair.stories;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.Entity;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** The rules of the house, as sentences. */
class HouseRulesTest {

    private static final List<String> ROOMS = List.of(
            "kernel",
            "sql",
            "sheets",
            "claims",
            "filter",
            "work",
            "audit",
            "identity",
            "scheduling",
            "planning",
            "monitors",
            "simulcast",
            "cues",
            "products",
            "pins",
            "offers",
            "orders",
            "analytics",
            "games",
            "gifts",
            "moderation",
            "chatrules",
            "questions",
            "cdn",
            "dns",
            "replays",
            "webhooks",
            "clips",
            "reminders",
            "promises",
            "disputes",
            "shops",
            "adreview",
            "inventory");
    private static final JavaClasses ONAIR = RoleMatrix.ONAIR;

    @Test
    void the_rooms_are_here_at_all() {
        for (String room : ROOMS) {
            assertThat(ONAIR.stream().filter(c -> c.getPackageName().equals("live.onair." + room)))
                    .as(room)
                    .isNotEmpty();
        }
    }

    @Test
    void there_is_no_ring_between_rooms() {
        slices().matching("live.onair.(*)..").should().beFreeOfCycles().check(ONAIR);
    }

    @Test
    void a_room_knows_only_what_lies_below_it() {
        List<String> faces = List.of("api", "ui", "storefront", "cloudlocal", "awsstub");
        Map<String, List<String>> below = Map.ofEntries(
                Map.entry("kernel", List.of()),
                Map.entry("sql", List.of("kernel")),
                Map.entry("sheets", List.of("kernel")),
                Map.entry("claims", List.of("kernel")),
                Map.entry("filter", List.of()),
                Map.entry("work", List.of("kernel", "sql")),
                Map.entry("audit", List.of("kernel", "sql")),
                Map.entry("identity", List.of("kernel", "sql")),
                Map.entry("scheduling", List.of("kernel", "sql", "work")),
                Map.entry("planning", List.of("kernel", "sql", "sheets", "scheduling")),
                Map.entry("monitors", List.of("kernel", "sql", "work", "scheduling")),
                Map.entry("simulcast", List.of("kernel", "sql", "work", "scheduling")),
                Map.entry("cues", List.of("kernel", "sql", "claims", "work", "scheduling", "planning")),
                Map.entry(
                        "pins",
                        List.of(
                                "kernel",
                                "sql",
                                "claims",
                                "sheets",
                                "work",
                                "identity",
                                "scheduling",
                                "cues",
                                "products")),
                Map.entry(
                        "offers",
                        List.of(
                                "kernel",
                                "sql",
                                "claims",
                                "sheets",
                                "work",
                                "scheduling",
                                "planning",
                                "cues",
                                "products")),
                Map.entry(
                        "promises",
                        List.of(
                                "kernel",
                                "sql",
                                "sheets",
                                "work",
                                "scheduling",
                                "planning",
                                "cues",
                                "products",
                                "pins",
                                "offers")),
                Map.entry(
                        "disputes",
                        List.of(
                                "kernel",
                                "sql",
                                "sheets",
                                "work",
                                "scheduling",
                                "planning",
                                "cues",
                                "products",
                                "pins",
                                "offers",
                                "orders",
                                "gifts",
                                "filter",
                                "moderation")),
                Map.entry("shops", List.of("kernel", "sql", "sheets", "work", "scheduling", "products", "orders")),
                Map.entry("reminders", List.of("kernel", "sql", "work", "scheduling", "products")),
                Map.entry(
                        "games",
                        List.of("kernel", "sql", "claims", "sheets", "work", "scheduling", "planning", "cues")),
                Map.entry("gifts", List.of("kernel", "sql", "claims", "sheets", "scheduling", "products", "orders")),
                Map.entry("orders", List.of("kernel", "sql", "work", "scheduling", "products", "offers")),
                Map.entry(
                        "webhooks",
                        List.of("kernel", "sql", "work", "scheduling", "products", "pins", "orders", "analytics")),
                Map.entry("clips", List.of("kernel", "sql", "sheets", "work", "scheduling", "planning", "cues")),
                Map.entry("analytics", List.of("kernel", "sql", "sheets", "work", "scheduling", "products", "orders")),
                Map.entry("products", List.of("kernel", "sql", "claims", "sheets", "work", "scheduling")),
                Map.entry(
                        "adreview",
                        List.of(
                                "kernel",
                                "sql",
                                "claims",
                                "work",
                                "scheduling",
                                "planning",
                                "cues",
                                "products",
                                "pins",
                                "offers",
                                "games",
                                "gifts",
                                "filter",
                                "moderation")),
                Map.entry("moderation", List.of("kernel", "sql", "claims", "filter", "work", "scheduling")),
                Map.entry(
                        "questions",
                        List.of(
                                "kernel",
                                "sql",
                                "work",
                                "claims",
                                "scheduling",
                                "products",
                                "pins",
                                "filter",
                                "moderation")),
                Map.entry("cdn", List.of("kernel", "sql", "work", "scheduling")),
                Map.entry("dns", List.of("kernel", "sql", "work", "scheduling", "cdn")),
                Map.entry(
                        "replays",
                        List.of("kernel", "sql", "work", "claims", "scheduling", "products", "pins", "moderation")),
                Map.entry(
                        "chatrules", List.of("kernel", "sql", "filter", "work", "scheduling", "claims", "moderation")),
                Map.entry("inventory", List.of("kernel", "sql", "work", "scheduling", "monitors")));
        assertThat(below.keySet()).containsExactlyInAnyOrderElementsOf(ROOMS);
        Map<String, List<String>> above = new TreeMap<>();
        below.forEach((room, known) -> above.put(
                room,
                Stream.concat(ROOMS.stream(), faces.stream())
                        .filter(other -> !other.equals(room) && !known.contains(other))
                        .toList()));
        above.forEach((room, forbidden) -> noClasses()
                .that()
                .resideInAPackage("live.onair." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.stream()
                        .map(other -> "live.onair." + other + "..")
                        .toArray(String[]::new))
                .check(ONAIR));
    }

    @Test
    void only_the_console_knows_vaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages("live.onair.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(ONAIR);
    }

    @Test
    void only_cloud_rooms_know_a_vendor() {
        noClasses()
                .that()
                // the stand-in for AWS, which only tests see, reads AWS's models with AWS's own library
                .resideOutsideOfPackages("live.onair.cloudaws..", "live.onair.awsstub..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .allowEmptyShould(true)
                .check(ONAIR);
    }

    @Test
    void faces_use_no_port_and_no_persistence() {
        noClasses()
                .that()
                .resideInAnyPackage("live.onair.ui..", "live.onair.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("live.onair.*.spi..", "jakarta.persistence..", "live.onair.cloudlocal..")
                .check(ONAIR);
    }

    @Test
    void facades_never_touch_a_port() {
        noClasses()
                .that()
                .areAnnotatedWith(Guarded.class)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are outgoing ports",
                        (JavaClass c) -> c.getPackageName().endsWith(".spi")
                                && c.isInterface()
                                && !c.isAnnotation()
                                && !c.getSimpleName().endsWith("Reports")))
                .check(ONAIR);
    }

    @Test
    void nobody_asks_the_wall_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "live.onair.app..",
                        "live.onair.localmedia..",
                        "live.onair.testkit..",
                        "live.onair.awsstub..",
                        "live.onair.wiring..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now", java.time.ZoneId.class)
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .check(ONAIR);
    }

    @Test
    void entities_stay_in_their_room() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(ONAIR);
    }

    @Test
    void no_name_says_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Impl|Helper|Util|Utils|DTO|Dto)")
                .check(ONAIR);
    }

    @Test
    void every_facade_method_says_who_may_call_it() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Guarded.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(live.onair.kernel.Guard.class)
                .and()
                .arePublic()
                .and()
                .areNotStatic()
                .should()
                .beAnnotatedWith(AllowedTo.class)
                .check(ONAIR);
    }

    @Test
    void every_command_answers_with_an_outcome() {
        methods()
                .that()
                .areAnnotatedWith(Action.class)
                .should()
                .haveRawReturnType(live.onair.kernel.Outcome.class)
                .check(ONAIR);
    }

    @Test
    void every_view_has_a_scope_and_says_who_may_see_it() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(Dependent.class)
                .andShould(beGuarded())
                .check(ONAIR);
    }

    private static ArchCondition<JavaClass> beGuarded() {
        List<Class<? extends Annotation>> guards =
                List.of(PermitAll.class, RolesAllowed.class, com.vaadin.flow.server.auth.AnonymousAllowed.class);
        return new ArchCondition<>("say who may see it") {
            @Override
            public void check(JavaClass view, ConditionEvents events) {
                boolean said = guards.stream().anyMatch(view::isAnnotatedWith);
                events.add(new SimpleConditionEvent(view, said, view.getName() + " guarded: " + said));
            }
        };
    }

    @Test
    void every_refusal_has_both_languages() {
        List<JavaClass> refusals = ONAIR.stream()
                .filter(c -> c.isAssignableTo(Refusal.class) && c.isEnum())
                .toList();
        assertThat(refusals).hasSizeGreaterThanOrEqualTo(3);
        for (JavaClass type : refusals) {
            for (Object constant : type.reflect().getEnumConstants()) {
                Refusal refusal = (Refusal) constant;
                assertThat(refusal.ko()).as(refusal.name()).containsPattern("[가-힣]");
                assertThat(refusal.en())
                        .as(refusal.name())
                        .containsPattern("[A-Za-z]")
                        .doesNotContainPattern("[가-힣]");
            }
        }
    }

    @Test
    void a_room_stays_small() {
        Map<String, Long> types = new TreeMap<>();
        Map<String, Long> open = new TreeMap<>();
        ONAIR.stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .forEach(c -> {
                    types.merge(c.getPackageName(), 1L, Long::sum);
                    if (c.getModifiers().contains(JavaModifier.PUBLIC)) {
                        open.merge(c.getPackageName(), 1L, Long::sum);
                    }
                });
        for (String room : ROOMS) {
            String name = "live.onair." + room;
            // the kernel is nothing but words that everyone may use, and the vault for what may not lie in the open
            // (ADR
            // 43); what an encoder needs is asked for by itself (ADR 20); which addresses are public (ADR 49)
            long mostOpen = room.equals("kernel") ? 24 : room.equals("scheduling") ? 16 : 15;
            assertThat(open.getOrDefault(name, 0L))
                    .as("public types of " + room)
                    .isLessThanOrEqualTo(mostOpen);
            // everything that is sent is planned, run and watched there (ADR 18, 21)
            int most = room.equals("scheduling") ? 47 : 40;
            assertThat(types.get(name)).as("types of " + room).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void every_action_has_labels_and_a_name_of_its_own() {
        Map<String, JavaMethod> seen = new TreeMap<>();
        ONAIR.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.isAnnotatedWith(Action.class))
                .forEach(m -> {
                    Action action = m.getAnnotationOfType(Action.class);
                    assertThat(action.id()).matches("[a-z][A-Za-z]*\\.[a-z][A-Za-z]*");
                    assertThat(action.ko()).containsPattern("[가-힣]");
                    assertThat(action.en()).containsPattern("[A-Za-z]");
                    assertThat(seen.put(action.id(), m))
                            .as("twice: " + action.id())
                            .isNull();
                });
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void the_consoles_words_are_complete_in_both_languages() throws java.io.IOException {
        Map<String, String> owners = new TreeMap<>();
        for (String feature : live.onair.ui.Texts.FEATURES) {
            var ko = words(feature, "ko");
            var en = words(feature, "en");
            assertThat(ko.stringPropertyNames()).as(feature).isEqualTo(en.stringPropertyNames());
            ko.stringPropertyNames().forEach(key -> {
                assertThat(ko.getProperty(key)).as(key).isNotBlank();
                assertThat(en.getProperty(key)).as(key).isNotBlank();
                assertThat(owners.put(key, feature)).as(key + " has one place").isNull();
            });
        }
        assertThat(owners).hasSizeGreaterThan(150);
    }

    /** ops/test-all leaves the checks out of each module. */
    @Test
    void what_is_checked_as_a_whole_is_all_there_is() throws java.io.IOException {
        Path home = Path.of(System.getProperty("onair.home"));
        List<String> checked = java.util.regex.Pattern.compile("[}]/([^<]+)/src/main/java</compileSourceRoot>")
                .matcher(Files.readString(home.resolve("app/checked/pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        try (Stream<Path> all = Stream.concat(Files.list(home.resolve("modules")), Files.list(home.resolve("app")))) {
            assertThat(checked)
                    .containsExactlyInAnyOrderElementsOf(
                            all.filter(one -> Files.isDirectory(one.resolve("src/main/java")))
                                    .map(one -> home.relativize(one).toString())
                                    .toList());
        }
    }

    /** Nothing is looked for in archives that do not say so (a start would take seconds longer): "annotated" finds nothing. */
    @Test
    void every_archive_with_beans_says_that_all_of_it_is() throws java.io.IOException {
        List<java.net.URL> ours = java.util.Collections.list(
                        HouseRulesTest.class.getClassLoader().getResources("META-INF/beans.xml"))
                .stream()
                .filter(at ->
                        at.toString().contains("/modules/") && !at.toString().contains("/testkit/"))
                .toList();
        assertThat(ours).hasSizeGreaterThan(10);
        for (java.net.URL at : ours) {
            try (java.io.InputStream in = at.openStream()) {
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .as(at.toString())
                        .contains("bean-discovery-mode=\"all\"");
            }
        }
    }

    /** A change nobody can read is no history. */
    @Test
    void everything_that_happens_has_words() throws java.io.IOException {
        var words = words("events", "ko");
        List<String> kinds = ONAIR.stream()
                .filter(c -> c.isAssignableTo(live.onair.kernel.DomainEvent.class)
                        && c.reflect().isRecord())
                .map(c -> kind(c.reflect()))
                .toList();
        assertThat(kinds).hasSizeGreaterThan(40);
        assertThat(kinds)
                .allSatisfy(kind ->
                        assertThat(words.getProperty("event." + kind)).as(kind).isNotBlank());
    }

    /** As {@link live.onair.kernel.DomainEvent#kind} names it. */
    private static String kind(Class<?> event) {
        String word = event.getEnclosingClass().getSimpleName().replaceFirst("Event$", "");
        return word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1) + "."
                + event.getSimpleName();
    }

    private static java.util.Properties words(String feature, String language) throws java.io.IOException {
        var words = new java.util.Properties();
        try (var in = HouseRulesTest.class.getResourceAsStream("/texts/" + feature + "_" + language + ".properties")) {
            words.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return words;
    }
}
