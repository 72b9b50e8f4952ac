package live.onair.kernel;

import java.util.Set;

/**
 * Who does something: a signed-in person, a token of theirs, or Onair itself.
 *
 * @param id stable id of the account; {@code onair} for the program itself
 * @param name the name shown beside what they did
 * @param roles what they are trusted with
 * @param source the door they came in by
 */
public record Actor(String id, String name, Set<Role> roles, Source source) {

    /** The door an act came in by. */
    public enum Source {
        /** The console in a browser. */
        UI("화면", "Console"),
        /** The REST API or the command line. */
        API("API", "API"),
        /** Onair on its own: durable work, timers, start-up. */
        AUTO("자동", "Automatic");

        private final String ko;
        private final String en;

        Source(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /** Onair itself; may do everything that work handlers do. */
    public static final Actor ONAIR = new Actor("onair", "Onair", Set.of(Role.values()), Source.AUTO);

    /** Somebody at a viewers' page, known by no name: may read, and do what is open to viewers. */
    public static final Actor VIEWER = new Actor("viewer", "시청자", Set.of(), Source.API);

    /** Refuses an actor without an id. */
    public Actor {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an actor needs an id");
        }
        roles = Set.copyOf(roles);
    }

    /** Whether this actor carries no role at all, such as a screen nobody sits at: it may look and give no command. */
    public boolean onlyLooks() {
        return roles.isEmpty();
    }

    /** Whether this actor carries one of the given roles. */
    public boolean isOneOf(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is the same account, whatever door it came in by. */
    public boolean isSamePerson(Actor other) {
        return id.equals(other.id);
    }
}
