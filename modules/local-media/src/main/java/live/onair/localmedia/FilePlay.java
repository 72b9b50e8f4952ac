package live.onair.localmedia;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Plays a finished recording or an uploaded file once, at the pace of the clock, from where an interrupted run was. */
final class FilePlay {
    private final Channels.Kit kit;
    private final LineWriter writer;
    private final Blur blur;
    private final String copies;
    private final Map<Integer, CompletableFuture<Boolean>> blurred = new TreeMap<>();
    private @Nullable List<Packs.Item> items;
    private boolean blurring;
    /** How often in a row what comes next could not be blurred: the slate stands there meanwhile. */
    private int failed;
    /** What was passed over takes its time: the file goes on no faster while nothing of it can be blurred. */
    private Instant again = Instant.MIN;

    private int session;
    private int played;
    private boolean ended;

    /** @param played how many segments an interrupted run has shown already */
    FilePlay(Channels.Kit kit, LineWriter writer, Blur blur, int played) {
        this.kit = kit;
        this.writer = writer;
        this.blur = blur;
        this.copies = "f" + Long.toString(kit.clock().millis(), 36) + "b-";
        this.played = played;
    }

    boolean ready(RunSpec.Source source, boolean veiled) {
        if (items == null) {
            try {
                items = source.replayOf() == null ? uploaded(source.file()) : recorded(source.replayOf());
            } catch (IOException e) {
                Log.warn("file-not-playable", e);
                items = List.of();
            }
        }
        ended = items != null && played >= items.size();
        veil(veiled);
        return items != null && !ended && failed == 0;
    }

    /** The next segment, and the one behind it, are blurred before their time comes. */
    private void veil(boolean veiled) {
        if (veiled != blurring) {
            blurring = veiled;
            blurred.forEach((number, made) -> made.whenComplete((is, trouble) -> Blur.delete(copy(number))));
            blurred.clear();
            failed = 0;
            session++;
        }
        retry();
        boolean waits = kit.clock().instant().isBefore(again);
        List<Packs.Item> all = items == null || !veiled || waits ? List.of() : items;
        for (int number = played; number < Math.min(all.size(), played + 2); number++) {
            int made = number;
            Packs.Item item = all.get(number);
            blurred.computeIfAbsent(made, key -> blur.copy(item.file(), copy(made), item.length()));
        }
    }

    /** What could not be blurred is tried once more, and then passed over: nobody waits for one piece for good. */
    private void retry() {
        CompletableFuture<Boolean> next = blurred.get(played);
        if (next == null || !next.isDone()) {
            return;
        }
        if (!next.isCompletedExceptionally() && next.join()) {
            failed = 0;
        } else {
            blurred.remove(played);
            failed++;
            if (failed > 1 && items != null) {
                again = kit.clock().instant().plus(items.get(played).length());
                played++;
            }
        }
    }

    private Path copy(int number) {
        return writer.folder().resolve(String.format("%s%06d.ts", copies, number));
    }

    private @Nullable List<Packs.Item> uploaded(@Nullable String name) throws IOException {
        Path file = name == null ? null : kit.upload(name);
        return file == null ? List.of() : kit.packs().file(file);
    }

    private List<Packs.Item> recorded(@Nullable String show) {
        MediaShow recording = show == null ? null : kit.shows().get(show);
        if (recording == null) {
            return List.of();
        }
        return Playlist.withoutOuterSlate(recording.live().state().segments()).stream()
                .map(segment -> new Packs.Item(path(recording, segment), segment.length(), segment.discontinuity()))
                .toList();
    }

    private Path path(MediaShow recording, Timeline.Segment segment) {
        Path slate = kit.packs().slateFile(segment.uri());
        return slate != null ? slate : recording.live().folder().resolve(segment.uri());
    }

    /** @return the last file appended now, or null */
    @Nullable
    Path play(Instant now) {
        Path shown = null;
        List<Packs.Item> all = items == null ? List.of() : items;
        while (played < all.size()
                && !writer.cursor().plus(all.get(played).length()).isAfter(now)
                && (!blurring || isBlurred(played))) {
            shown = append(all.get(played));
            played++;
            veil(blurring);
        }
        ended = played >= all.size();
        return shown;
    }

    private boolean isBlurred(int number) {
        CompletableFuture<Boolean> copy = blurred.get(number);
        return copy != null && copy.isDone() && copy.join();
    }

    private @Nullable Path append(Packs.Item item) {
        if (item.discontinuity() || !writer.continues(name())) {
            session++;
        }
        String link = String.format("f%s-%06d.ts", Long.toString(writer.cursor().toEpochMilli(), 36), played);
        Path to = blurring ? copy(played) : writer.folder().resolve(link);
        blurred.remove(played);
        try {
            if (!blurring) {
                Durable.link(item.file(), to);
            }
            writer.append(name(), to, item.length(), Timeline.Kind.FILE);
            return to;
        } catch (IOException e) {
            Log.warn("file-segment-lost", e);
            return null;
        }
    }

    private String name() {
        return "file-" + session;
    }

    boolean ended() {
        return ended;
    }
}
