package live.onair.localmedia;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays a finished recording or an uploaded file once, at the pace of the clock, from where an interrupted run was. */
final class FilePlay {
    private final Channels.Kit kit;
    private final LineWriter writer;
    private @Nullable List<Packs.Item> items;
    private int session;
    private int played;
    private boolean ended;

    /** @param played how many segments an interrupted run has shown already */
    FilePlay(Channels.Kit kit, LineWriter writer, int played) {
        this.kit = kit;
        this.writer = writer;
        this.played = played;
    }

    boolean ready(RunSpec.Source source) {
        if (items == null) {
            try {
                items = source.replayOf() == null ? uploaded(source.file()) : recorded(source.replayOf());
            } catch (IOException e) {
                Log.warn("file-not-playable", e);
                items = List.of();
            }
        }
        ended = items != null && played >= items.size();
        return items != null && !ended;
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
                && !writer.cursor().plus(all.get(played).length()).isAfter(now)) {
            shown = append(all.get(played));
            played++;
        }
        ended = played >= all.size();
        return shown;
    }

    private @Nullable Path append(Packs.Item item) {
        if (item.discontinuity() || !writer.continues(name())) {
            session++;
        }
        String link = String.format("f%s-%06d.ts", Long.toString(writer.cursor().toEpochMilli(), 36), played);
        Path to = writer.folder().resolve(link);
        try {
            Durable.link(item.file(), to);
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
