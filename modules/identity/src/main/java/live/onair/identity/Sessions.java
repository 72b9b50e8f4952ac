package live.onair.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;

/**
 * Who is signed in, from where, since when. {@link #find}, {@link #touch} and {@link #end} belong to the door and run
 * without an actor: whoever has the session's secret is its person.
 */
@Singleton
@Transactional
public class Sessions {

    private final SessionBook book;
    private final Event<IdentityEvent> events;

    @Inject
    Sessions(SessionBook book, Event<IdentityEvent> events) {
        this.book = book;
        this.events = events;
    }

    /** The person of this session with their roles of now; empty when it is unknown, ended, idle or too old. */
    public Optional<Actor> find(String sessionId) {
        Optional<Actor> actor = book.actor(sessionId);
        // nobody presses anything on a wall: that it is there is its use
        actor.filter(Actor::onlyLooks).ifPresent(wall -> book.touch(sessionId));
        return actor;
    }

    /** The same, and the session counts as used: call it for what a person does, not for what a page does by itself. */
    public Optional<Actor> touch(String sessionId) {
        Optional<Actor> actor = book.actor(sessionId);
        actor.ifPresent(person -> book.touch(sessionId));
        return actor;
    }

    /** Signs out. */
    public void end(String sessionId) {
        book.actor(sessionId)
                .ifPresent(person -> Acting.call(person, () -> {
                    book.end(Ids.digest(sessionId));
                    events.fire(new IdentityEvent.SignedOut(person.id()));
                    return true;
                }));
    }

    /** The caller's own sessions, latest first. */
    @Guarded
    @AllowedTo
    public List<IdentityRows.Session> mine() {
        return book.of(Acting.actor().id());
    }

    /** Everybody's sessions, latest first. */
    @Guarded
    @AllowedTo({Role.ADMIN, Role.AUDITOR})
    public List<IdentityRows.Session> all() {
        return book.all();
    }

    /**
     * Makes this browser a screen nobody sits at: its sign-in no longer runs out, and carries no role from now on, so that
     * whoever walks by can look and do nothing. There is no way back but signing in again.
     *
     * @param sessionId the browser's own
     */
    @Guarded
    @AllowedTo
    @Action(id = "sessions.wall", ko = "상황판으로 전환", en = "Make it a wall screen", danger = Action.Danger.CAREFUL)
    public Outcome<IdentityRows.Session> wall(String sessionId) {
        String id = Ids.digest(sessionId);
        IdentityRows.Session session = book.find(id)
                .filter(s -> s.account().equals(Acting.actor().id()))
                .orElse(null);
        if (session == null) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_SESSION.with());
        }
        book.makeWall(id);
        events.fire(new IdentityEvent.WallScreenMade(session.account(), session.address()));
        return Outcome.done(book.find(id).orElseThrow());
    }

    /** Ends one's own session elsewhere; administrators end anybody's. */
    @Guarded
    @AllowedTo
    @Action(id = "sessions.revoke", ko = "로그인 끊기", en = "End a sign-in", danger = Action.Danger.CAREFUL)
    public Outcome<IdentityRows.Session> revoke(String id) {
        Actor actor = Acting.actor();
        IdentityRows.Session session = book.find(id)
                .filter(s -> s.account().equals(actor.id()) || actor.isOneOf(Role.ADMIN))
                .orElse(null);
        if (session == null) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_SESSION.with());
        }
        book.end(id);
        events.fire(new IdentityEvent.SessionRevoked(session.account(), session.address()));
        return Outcome.done(session);
    }
}
