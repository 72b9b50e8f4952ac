package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import live.onair.filter.FilterAction;
import org.jspecify.annotations.Nullable;

/**
 * The chats of all shows, on one thread. A line is acknowledged when it is on the disk, delivered after that, and kept for
 * the console to fetch. How a room is held and who is banned from it outlives the process; what was said last is read again.
 */
final class ChatRooms implements AutoCloseable {

    /** So many of the newest entries are looked through for what a room's newcomers are shown. */
    private static final int READ_AGAIN = 20_000;

    private static final int GOING_AWAY = 1001;
    private static final long CUT_AFTER_MILLIS = 1_000;
    /** How exactly a delay is kept where nothing is gathered. */
    private static final int DELAYS_MILLIS = 50;

    private final Spool spool;
    private final Path folder;
    private final ChatJudge judge;
    private final Map<String, ChatRoom> rooms = new HashMap<>();
    private final boolean atOnce;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, work -> new Thread(work, "chat"), new ThreadPoolExecutor.DiscardPolicy());

    /** @param windowMillis what comes within so many milliseconds goes out together; 0 lets each line go by itself */
    ChatRooms(Path folder, Clock clock, int windowMillis) throws IOException {
        this.folder = folder.resolve("rooms");
        Files.createDirectories(this.folder);
        judge = new ChatJudge(folder.resolve("rules.json"));
        spool = new Spool(folder.resolve("spool"), clock);
        try (Stream<Path> files = Files.list(this.folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                readRoom(file);
            }
        }
        readAgain();
        atOnce = windowMillis == 0;
        int pause = atOnce ? DELAYS_MILLIS : windowMillis;
        thread.scheduleAtFixedRate(this::deliver, pause, pause, TimeUnit.MILLISECONDS);
    }

    ChatJudge judge() {
        return judge;
    }

    Spool spool() {
        return spool;
    }

    private void readRoom(Path file) throws IOException {
        ChatRoom room = new ChatRoom(file.getFileName().toString().replace(".json", ""));
        JsonNode told = Json.parse(Files.readAllBytes(file));
        room.settings(ChatSettings.read(told.path("settings")));
        told.path("banned").forEach(member -> room.ban(member.asText()));
        room.pin(ChatPinned.read(told.path("pinned")));
        room.warned(told.path("warned"));
        rooms.put(room.show, room);
    }

    /** What was said before the restart. A held line waits on, and what was not delivered goes out now. */
    private void readAgain() throws IOException {
        long at = Math.max(0, spool.next() - READ_AGAIN);
        while (at < spool.next()) {
            ObjectNode page = spool.read(at, 1_000);
            page.path("entries").forEach(this::again);
            long next = page.path("next").asLong();
            if (next <= at) {
                return;
            }
            at = next;
        }
    }

    private void again(JsonNode entry) {
        JsonNode body = entry.path("body");
        ChatRoom room = rooms.get(Json.text(body, "show", ""));
        if (room == null) {
            return;
        }
        String id = Json.text(body, "id", "");
        switch (Json.text(entry, "kind", "")) {
            case "line" -> said(room, ChatLine.read(body, entry.path("offset").asLong()));
            case "hidden" -> room.hide(id);
            case "approved" -> {
                ChatLine line = room.away(id);
                if (line != null) {
                    room.back(id);
                    room.remember(line);
                }
            }
            default -> Log.info("chat-entry-unknown", "kind", Json.text(entry, "kind", ""));
        }
    }

    private static void said(ChatRoom room, ChatLine line) {
        room.talker(line.who().member()).kept(line.id(), line.offset());
        if (line.action() == FilterAction.HOLD) {
            room.kept(line, 0);
        } else if (line.action() != FilterAction.BLOCK
                && !room.isBanned(line.who().member())) {
            room.remember(line);
        }
    }

    /** A line that lies in the spool; on the chat's thread. */
    void kept(ChatRoom room, ChatLine line) {
        room.kept(line, System.nanoTime());
        if (atOnce) {
            room.deliver(System.nanoTime());
        }
    }

    private void deliver() {
        long now = System.nanoTime();
        for (ChatRoom room : rooms.values()) {
            try {
                room.deliver(now);
            } catch (RuntimeException e) {
                Log.warn("chat-not-delivered", e);
            }
        }
    }

    /** On the chat's thread, after what waits there already. */
    void then(Runnable work) {
        thread.execute(work);
    }

    /** Whatever touches rooms is done here, one after the other. */
    <T> CompletableFuture<T> ask(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** The room of a show; null while it has none. On the chat's thread. */
    @Nullable
    ChatRoom room(String show) {
        return rooms.get(show);
    }

    /** Opens it, or holds it as told from now on. On the chat's thread. */
    ChatRoom open(String show, ChatSettings settings) {
        ChatRoom room = rooms.computeIfAbsent(show, ChatRoom::new);
        room.settings(settings);
        remember(room);
        return room;
    }

    /** Keeps how it is held, who is banned, what is held up and what single members are told. */
    void remember(ChatRoom room) {
        try {
            Durable.write(folder.resolve(room.show + ".json"), Json.bytes(room.kept()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts everybody out and forgets how it was held; what was said stays in the spool. */
    void shut(String show) {
        ChatRoom room = rooms.remove(show);
        if (room != null) {
            room.members.close(pass -> true, GOING_AWAY, "closed");
        }
        try {
            Files.deleteIfExists(folder.resolve(show + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void join(Channel channel, ChatPass pass, long after) {
        thread.execute(() -> {
            ChatRoom room = rooms.get(pass.show());
            if (room == null || !channel.isOpen()) {
                ChatFrames.bye(channel, GOING_AWAY, "closed");
                return;
            }
            room.join(channel, pass, after);
            channel.closeFuture().addListener(gone -> thread.execute(() -> room.members.left(channel)));
        });
    }

    /** Writes down what a moderator did with a line, and ends when that is on the disk. */
    CompletableFuture<Long> told(String kind, String show, String id, String by) {
        return spool.put(kind, Json.object().put("show", show).put("id", id).put("by", by));
    }

    /** Ends when all that was written to the room before lies with its readers; who does not take it in a second is cut. */
    CompletableFuture<Void> written(ChatRoom room) {
        List<ChannelFuture> writes = room.members.written();
        CompletableFuture<Void> done = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(writes.size());
        if (writes.isEmpty()) {
            done.complete(null);
        }
        writes.forEach(write -> write.addListener(over -> {
            if (left.decrementAndGet() == 0) {
                done.complete(null);
            }
        }));
        thread.schedule(
                () -> {
                    writes.stream()
                            .filter(write -> !write.isDone())
                            .forEach(write -> write.channel().close());
                    done.complete(null);
                },
                CUT_AFTER_MILLIS,
                TimeUnit.MILLISECONDS);
        return done;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        spool.close();
    }
}
