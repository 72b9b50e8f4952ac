package live.onair.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;

/** The pages of the console: one list behind navigation and palette. */
public final class Pages {

    /** The areas of the navigation, in their order. */
    public enum Area {
        /** What is sent. */
        SHOWS,
        /** What it is sent with. */
        OPERATIONS,
        /** Who did what, and one's own things. */
        MANAGE
    }

    /**
     * A page.
     *
     * @param words key of its name
     * @param roles who sees it, empty for everyone
     */
    public record Page(Area area, String words, String path, String symbol, Set<Role> roles) {

        /** Whether this person sees it. */
        public boolean isFor(Actor actor) {
            return roles.isEmpty() || actor.isOneOf(roles.toArray(Role[]::new));
        }
    }

    private static final List<Page> ALL = List.of(
            new Page(Area.SHOWS, "nav.schedule", "schedule", "calendar", Set.of()),
            new Page(Area.SHOWS, "nav.shows", "shows", "cue", Set.of()),
            new Page(Area.SHOWS, "nav.templates", "templates", "copy", Set.of()),
            new Page(Area.SHOWS, "nav.imports", "import", "upload", Set.of(Role.MERCHANDISER, Role.ADMIN)),
            new Page(Area.SHOWS, "nav.products", "products", "cart", Set.of()),
            new Page(Area.SHOWS, "nav.sellers", "sellers", "user", Set.of()),
            new Page(Area.SHOWS, "nav.claims", "claims", "report", Set.of()),
            new Page(Area.SHOWS, "nav.promises", "promises", "won", Set.of()),
            new Page(
                    Area.SHOWS,
                    "nav.disputes",
                    "disputes",
                    "lock",
                    Set.of(Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR)),
            new Page(Area.SHOWS, "nav.wall", "wall", "grid", Set.of()),
            new Page(Area.SHOWS, "nav.moderation", "moderation", "chat", Set.of()),
            new Page(Area.SHOWS, "nav.chatrules", "chat-rules", "filter", Set.of()),
            new Page(Area.OPERATIONS, "nav.home", "home", "bell", Set.of()),
            new Page(Area.OPERATIONS, "nav.channels", "channels", "signal", Set.of()),
            new Page(Area.OPERATIONS, "nav.cdn", "cdn", "chart", Set.of()),
            new Page(Area.OPERATIONS, "nav.monitors", "monitors", "eye", Set.of()),
            new Page(Area.OPERATIONS, "nav.simulcast", "simulcast", "send", Set.of()),
            new Page(Area.OPERATIONS, "nav.inventory", "inventory", "box", Set.of()),
            new Page(Area.OPERATIONS, "nav.webhooks", "webhooks", "share", Set.of(Role.ADMIN, Role.OPS, Role.AUDITOR)),
            new Page(Area.OPERATIONS, "nav.work", "work", "switch", Set.of()),
            new Page(Area.MANAGE, "nav.audit", "audit", "history", Set.of(Role.ADMIN, Role.AUDITOR, Role.OPS)),
            new Page(Area.MANAGE, "nav.people", "people", "user", Set.of(Role.ADMIN)),
            new Page(Area.MANAGE, "nav.windows", "windows", "full", Set.of()),
            new Page(Area.MANAGE, "nav.account", "account", "gear", Set.of()));

    /** What a role looks at first on a page; others see all of it. */
    private static final Map<String, Map<Role, String>> USUAL = Map.of(
            "shows",
            Map.of(
                    Role.ADMIN, "state=IN_REVIEW",
                    Role.MODERATOR, "state=ON_AIR",
                    Role.OPS, "state=ON_AIR"));

    private Pages() {}

    /** The query of the view this person opens from the navigation; empty for all there is. Planners see all. */
    public static String usual(String path, Actor actor) {
        return actor.isOneOf(Role.MERCHANDISER)
                ? ""
                : USUAL.getOrDefault(path, Map.of()).entrySet().stream()
                        .filter(usual -> actor.isOneOf(usual.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
    }

    /** Key of the name of the page with this path, if it is one of the navigation. */
    public static Optional<String> named(String path) {
        return ALL.stream()
                .filter(page -> page.path().equals(path))
                .map(Page::words)
                .findFirst();
    }

    /** The pages this person sees, in the order of the navigation. */
    public static List<Page> of(Actor actor) {
        return ALL.stream().filter(page -> page.isFor(actor)).toList();
    }
}
