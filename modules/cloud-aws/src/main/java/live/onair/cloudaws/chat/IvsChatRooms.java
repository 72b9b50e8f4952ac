package live.onair.cloudaws.chat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import live.onair.moderation.Announcements;
import live.onair.moderation.ChatSettings;
import live.onair.moderation.spi.ChatLog;
import live.onair.moderation.spi.ChatRooms;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;

/**
 * Chats that IVS Chat carries. What it does not know, history, what waits, who is out, stands in the show's paper; pages are
 * told of it by events named {@code onair:…}.
 */
@Singleton
@Backend("ivs-chat")
class IvsChatRooms implements ChatRooms {

    /** So long what somebody reads who comes now is told to others, too: a thousand come at once. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** What is told to who comes. */
    private record Welcome(RoomPaper paper, List<Told> lines, Instant at) {}

    private final ChatSetup setup;
    private final ChatCalls calls;
    private final ChatPapers papers;
    private final RoomLines lines;
    private final ChatFolder folder;
    private final Clock clock;
    private final Map<String, Welcome> welcomes = new ConcurrentHashMap<>();

    @Inject
    IvsChatRooms(ChatSetup setup, ChatCalls calls, ChatPapers papers, RoomLines lines, ChatFolder folder, Clock clock) {
        this.setup = setup;
        this.calls = calls;
        this.papers = papers;
        this.lines = lines;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public boolean isHere() {
        return setup.isHere();
    }

    @Override
    public void hold(String show, ChatSettings settings) {
        String room = calls.room(show);
        papers.change(show, paper -> {
            paper.open = true;
            paper.room = room;
            paper.since = paper.since == 0 ? LogName.place(clock.instant()) : paper.since;
            paper.settings = settings;
        });
        changed(show);
        Map<String, String> told = Map.of(
                "slowSeconds", Integer.toString(settings.slowSeconds()),
                "frozen", Boolean.toString(settings.frozen()),
                "followersOnly", Boolean.toString(settings.followersOnly()),
                "linksOff", Boolean.toString(settings.linksOff()),
                "delaySeconds", Integer.toString(settings.delaySeconds()));
        calls.tell(room, "settings", told, "");
    }

    @Override
    public void shut(String show) {
        RoomPaper paper = papers.of(show).orElse(null);
        if (paper == null || paper.room.isEmpty()) {
            return;
        }
        papers.change(show, RoomPaper::close);
        changed(show);
        calls.remove(paper.room);
        papers.change(show, one -> one.room = "");
        lines.over(show);
    }

    private void changed(String show) {
        welcomes.remove(show);
    }

    @Override
    public void hide(String show, String line, String by) {
        RoomPaper before = papers.open(show);
        calls.tell(before.room, "hidden", Map.of("id", line), "");
        RoomPaper now = papers.change(show, paper -> paper.take(line));
        changed(show);
        tellPinned(now);
        lines.find(show, now, line)
                .filter(said -> said.isShown() && !said.message().equals(LogName.STAFF))
                .ifPresent(said -> calls.deleteMessage(now.room, said.message()));
    }

    @Override
    public void approve(String show, String line, String by) {
        RoomPaper before = papers.open(show);
        LogName said = lines.find(show, before, line).orElse(null);
        boolean back = before.isBack(line);
        if (said == null || !back && said.isShown() && !before.hidden.contains(line)) {
            return;
        }
        Told told = lines.told(said);
        if (!back) {
            long now = LogName.place(clock.instant());
            papers.change(show, paper -> paper.give(now, told));
            changed(show);
        }
        // also where it is back already: the telling may have been what failed; pages know a line by its id
        tell(before.room, told);
    }

    private void tell(String room, Told line) {
        Map<String, String> told = Map.of(
                "id", line.id(), "member", line.member(), "name", line.name(), "style", line.style(), "at", line.at());
        calls.tell(room, "line", told, line.text());
    }

    @Override
    public void ban(String show, String member) {
        RoomPaper paper = papers.open(show);
        papers.change(show, one -> one.banned.add(member));
        changed(show);
        putOut(paper.room, member);
    }

    private void putOut(String room, String member) {
        calls.tell(room, "banned", Map.of("member", member), "");
        calls.disconnect(room, member);
    }

    @Override
    public void unban(String show, String member) {
        papers.change(show, paper -> paper.banned.remove(member));
        changed(show);
    }

    @Override
    public void keepOut(String show, Set<String> members) {
        RoomPaper before = papers.open(show);
        if (before.banned.equals(members)) {
            return;
        }
        papers.change(show, paper -> paper.keepOut(members));
        changed(show);
        members.stream()
                .filter(member -> !before.banned.contains(member))
                .forEach(member -> putOut(before.room, member));
    }

    /** An event reaches all pages: it names only the member, whose page asks for a pass again, and the words lie in that. */
    @Override
    public void warn(String show, String member, Warning warning) {
        RoomPaper paper = papers.open(show);
        papers.change(show, one -> one.warn(member, warning));
        changed(show);
        calls.tell(paper.room, "warned", Map.of("member", member), "");
    }

    @Override
    public void say(String show, String line, Announcements.Style style, String text) {
        RoomPaper paper = papers.open(show);
        Told told = new Told(
                line,
                ChatLog.STAFF,
                "운영자",
                text,
                style.name().toLowerCase(Locale.ROOT),
                clock.instant().toString());
        if (!lines.isSaid(show, paper, line)) {
            folder.write(LogName.staff(clock, show, line).name(), logged(show, told));
        }
        changed(show);
        tell(paper.room, told);
    }

    private static String logged(String show, Told line) {
        return Json.createObjectBuilder(line.json())
                .add("show", show)
                .add("said", line.text())
                .add("judged", ChatLog.Judged.ALLOW.name())
                .build()
                .toString();
    }

    @Override
    public void pin(String show, @Nullable Pinned line) {
        papers.open(show);
        tellPinned(papers.change(show, paper -> paper.pinned = line));
        changed(show);
    }

    private void tellPinned(RoomPaper paper) {
        Pinned line = paper.pinned;
        calls.tell(
                paper.room,
                "pinned",
                line == null ? Map.of() : Map.of("id", line.line(), "name", line.name()),
                line == null ? "" : line.text());
    }

    /** All that a page needs to join, in JSON: IVS Chat's address and token, and what it does not tell by itself. */
    @Override
    public String pass(Guest guest) {
        Welcome welcome = welcome(guest.show());
        JsonObjectBuilder pass = Json.createObjectBuilder()
                .add("via", "ivs-chat")
                .add("member", guest.member())
                .add("name", guest.name());
        if (welcome.paper().banned.contains(guest.member())) {
            return pass.add("out", true).build().toString();
        }
        var told = Json.createArrayBuilder();
        welcome.lines().forEach(line -> told.add(line.json()));
        return pass.add("address", setup.address())
                .add("token", calls.token(welcome.paper().room, guest))
                .add("settings", welcome.paper().settingsTold())
                .add("pinned", welcome.paper().pinnedTold())
                .add("warned", welcome.paper().warnedTold(guest.member()))
                .add("lines", told)
                .add("hidden", Json.createArrayBuilder(welcome.paper().lately()))
                .build()
                .toString();
    }

    /** One page at a time asks for those of a show; those of others are not kept waiting. */
    private Welcome welcome(String show) {
        return welcomes.compute(show, (same, known) -> {
            if (known != null && clock.instant().isBefore(known.at().plus(FRESH))) {
                return known;
            }
            RoomPaper paper = papers.open(show);
            return new Welcome(paper, lines.history(show, paper), clock.instant());
        });
    }
}
