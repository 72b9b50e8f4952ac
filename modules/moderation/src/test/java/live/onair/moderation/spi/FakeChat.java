package live.onair.moderation.spi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.moderation.Announcements;
import live.onair.moderation.ChatSettings;

/** Chats in memory: what begins with "음," waits for a moderator. */
@Singleton
public class FakeChat implements ChatRooms, ChatLog {

    private final Map<String, ChatSettings> open = new HashMap<>();
    private final Map<String, Guest> passes = new HashMap<>();
    private final List<Entry> list = new ArrayList<>();
    private final Map<String, LinkedHashSet<String>> shown = new HashMap<>();
    private final Map<String, Set<String>> banned = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final Map<String, String> warned = new HashMap<>();
    private final Map<String, Pinned> pinned = new HashMap<>();
    private final Clock clock;
    private String name = "first";
    private long forgotten;
    private boolean away;

    @Inject
    public FakeChat(Clock clock) {
        this.clock = clock;
    }

    private void answer() {
        if (away) {
            throw new CloudException(CloudFault.UNAVAILABLE, "away", null);
        }
    }

    private void answer(String show) {
        answer();
        if (!open.containsKey(show)) {
            throw new CloudException(CloudFault.NOT_FOUND, "no such chat", null);
        }
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public void hold(String show, ChatSettings settings) {
        answer();
        open.put(show, settings);
    }

    @Override
    public void shut(String show) {
        answer();
        open.remove(show);
    }

    @Override
    public void hide(String show, String line, String by) {
        answer(show);
        told.add("hide " + line);
        if (pinned.containsKey(show) && pinned.get(show).line().equals(line)) {
            pinned.remove(show);
        }
        shown(show).remove(line);
    }

    @Override
    public void approve(String show, String line, String by) {
        answer(show);
        told.add("approve " + line);
        shown(show).add(line);
    }

    @Override
    public void ban(String show, String member) {
        answer(show);
        told.add("ban " + member);
        banned(show).add(member);
    }

    @Override
    public void unban(String show, String member) {
        answer(show);
        told.add("unban " + member);
        banned(show).remove(member);
    }

    @Override
    public void keepOut(String show, Set<String> members) {
        answer(show);
        banned(show).retainAll(members);
        banned(show).addAll(members);
    }

    @Override
    public void warn(String show, String member, Warning warning) {
        answer(show);
        told.add("warn " + member + " " + warning.text());
        warned.put(show + " " + member, warning.text());
    }

    /** What this guest alone was told last; null for nothing. */
    public String warned(Guest guest) {
        return warned.get(guest.show() + " " + guest.member());
    }

    @Override
    public void say(String show, String line, Announcements.Style style, String text) {
        answer(show);
        told.add("say " + style + " " + text);
        if (list.stream().noneMatch(one -> one.line().equals(line))) {
            list.add(new Entry(
                    list.size(), show, line, STAFF, "운영자", text, text, Judged.ALLOW, List.of(), clock.instant()));
            shown(show).add(line);
        }
    }

    @Override
    public void pin(String show, Pinned line) {
        answer(show);
        if (line == null) {
            pinned.remove(show);
        } else {
            pinned.put(show, line);
        }
    }

    /** What is held up; null for nothing. */
    public String pinned(String show) {
        Pinned line = pinned.get(show);
        return line == null ? null : line.text();
    }

    @Override
    public String pass(Guest guest) {
        answer();
        String pass = "pass-" + passes.size();
        passes.put(pass, guest);
        return pass;
    }

    @Override
    public Page read(long from, int max) {
        answer();
        int at = (int) Math.min(list.size(), Math.max(from, forgotten));
        int end = Math.min(list.size(), at + max);
        return new Page(name, Math.max(end, from), list.subList(at, end), end < list.size());
    }

    @Override
    public void forget(long below) {
        forgotten = Math.max(forgotten, Math.min(below, list.size()));
    }

    private Set<String> banned(String show) {
        return banned.computeIfAbsent(show, one -> new HashSet<>());
    }

    private LinkedHashSet<String> shown(String show) {
        return shown.computeIfAbsent(show, one -> new LinkedHashSet<>());
    }

    /** Whom a pass lets in. */
    public Guest guest(String pass) {
        return passes.get(pass);
    }

    /** Whether somebody with this pass is out. */
    public boolean out(String pass) {
        Guest guest = guest(pass);
        return !open.containsKey(guest.show()) || banned(guest.show()).contains(guest.member());
    }

    /** Somebody says something; gives whether it was taken. */
    public boolean say(Guest guest, String id, String text) {
        ChatSettings settings = open.get(guest.show());
        if (settings == null || settings.frozen() || banned(guest.show()).contains(guest.member())) {
            return false;
        }
        boolean known = list.stream()
                .anyMatch(one -> one.line().equals(id) && one.member().equals(guest.member()));
        if (!known) {
            Judged judged = text.startsWith("음,") ? Judged.HOLD : Judged.ALLOW;
            List<String> rules = judged == Judged.HOLD ? List.of("doubt.um") : List.of();
            list.add(new Entry(
                    list.size(),
                    guest.show(),
                    id,
                    guest.member(),
                    guest.name(),
                    text,
                    text,
                    judged,
                    rules,
                    clock.instant()));
            if (judged == Judged.ALLOW) {
                shown(guest.show()).add(id);
            }
        }
        return true;
    }

    /** What pages in this chat show. */
    public List<String> shows(String show) {
        return shown(show).stream()
                .map(id -> list.stream()
                        .filter(one -> one.line().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .text())
                .toList();
    }

    /** How a chat is held; null when it is closed. */
    public ChatSettings settings(String show) {
        return open.get(show);
    }

    /** What was told, in its order. */
    public List<String> told() {
        return told;
    }

    /** Whether nobody answers. */
    public void away(boolean now) {
        away = now;
    }

    /** Whether this member is out of this chat, whatever the console knows. */
    public boolean isOut(String show, String member) {
        return banned(show).contains(member);
    }

    /** Who is out is forgotten. */
    public void loseBans() {
        banned.clear();
    }

    /** The list is lost and begun anew. */
    public void lose() {
        list.clear();
        name = "second";
        forgotten = 0;
    }
}
