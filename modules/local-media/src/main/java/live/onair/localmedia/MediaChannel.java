package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One channel: the seat of its encoder, its current run, and what is wrong with its picture. On the engine's thread. */
final class MediaChannel implements ChannelRun.Host, EncoderSeat.News {
    final String id;
    private final Channels.Kit kit;
    private final Path file;
    private final EncoderSeat seat = new EncoderSeat(this);
    private final PictureAlarms alarms = new PictureAlarms(this::alarm);
    private final ChannelRun run;
    private int restarts;

    MediaChannel(String id, Channels.Kit kit, Channels.Calls calls, Path file) throws IOException {
        this.id = id;
        this.kit = kit;
        this.file = file;
        this.run = new ChannelRun(kit, calls, this);
        if (Files.exists(file)) {
            JsonNode kept = Json.parse(Files.readAllBytes(file));
            seat.keys(EncoderSeat.Keys.read(kept.path("keys")));
            run.restore(kept);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void keep() throws IOException {
        ObjectNode kept = Json.object();
        kept.set("keys", seat.keys().write());
        run.write(kept);
        Durable.writePrivately(file, Json.bytes(kept));
    }

    void keys(EncoderSeat.Keys wanted) throws IOException {
        seat.keys(wanted);
        keep();
    }

    @Override
    public EncoderSeat seat() {
        return seat;
    }

    ChannelRun run() {
        return run;
    }

    void tick() {
        Instant now = kit.clock().instant();
        boolean flowing = seat.tick(now);
        RunSpec spec = run.spec();
        boolean fromEncoder = spec != null && spec.source().kind() == RunSpec.SourceKind.INPUT;
        if (!run.running() || fromEncoder && !flowing) {
            alarms.clear();
        }
        alarms.tick(now);
        run.tick();
    }

    /** An encoder with a valid key wants the seat. */
    void join(EncoderInput encoder) {
        seat.join(encoder, kit.clock().instant());
        tick();
    }

    void left(EncoderInput encoder) {
        if (seat.left(encoder, kit.clock().instant())) {
            tick();
        }
    }

    boolean runs(String show) {
        RunSpec spec = run.spec();
        return run.running() && spec != null && spec.show().equals(show);
    }

    /** Puts a mark at the picture that comes in now, never before another; one with its id stays where it is. */
    ObjectNode mark(String of, JsonNode wanted) throws IOException {
        LineWriter writer = run.writer(of);
        List<StreamMark> there = writer.line().state().marks();
        Instant now = writer.nowInLine();
        Instant last = there.isEmpty() ? now : there.get(there.size() - 1).at();
        StreamMark mark = StreamMark.wanted(wanted, last.isAfter(now) ? last : now);
        StreamMark put = writer.line().put(mark);
        return Json.object().put("at", Json.at(put.at())).put("effect", put.equals(mark) ? "put" : "already");
    }

    /** What the console sees. */
    ObjectNode observe() {
        Instant now = kit.clock().instant();
        ObjectNode seen = Json.object().put("channel", id);
        run.describe(seen, now);
        seen.set("input", seat.describe());
        for (PictureAlarms.Kind kind : PictureAlarms.Kind.values()) {
            seen.put(kind.word() + "Since", Json.at(alarms.since(kind)));
        }
        seen.put("ffmpegRestarts", restarts).put("refusedPublishes", seat.refused());
        return seen.put("at", Json.at(now));
    }

    @Override
    public void fact(FfmpegFacts.Fact fact) {
        if (fact instanceof FfmpegFacts.Alarm alarm) {
            alarms.heard(alarm, kit.clock().instant());
        } else if (fact instanceof FfmpegFacts.Picture picture && seat.input() != null) {
            seat.input().found(picture);
        }
    }

    @Override
    public void restarted(@Nullable String lastWords) {
        restarts++;
        Log.info("ffmpeg-died", "channel", id, "said", String.valueOf(lastWords));
        alarms.clear();
        news("ffmpeg-restarted", Json.object().put("count", restarts));
    }

    private void alarm(PictureAlarms.Kind kind, boolean begins, Instant since) {
        news(kind.word(), Json.object().put("phase", begins ? "begin" : "end").put("since", Json.at(since)));
    }

    @Override
    public void encoder(String kind, ObjectNode body) {
        news(kind, body);
    }

    @Override
    public void news(String kind, ObjectNode body) {
        RunSpec spec = run.spec();
        body.put("channel", id);
        body.put("show", spec == null ? null : spec.show()).put("run", spec == null ? null : spec.run());
        kit.spool().put(kind, body);
    }

    /** Black picture, frozen picture, silence: since when, and the news when one begins or ends. */
    static final class PictureAlarms {
        /** What can be wrong with a picture that arrives; the time is how long it had lasted when ffmpeg told us. */
        enum Kind {
            BLACK(Duration.ZERO),
            FREEZE(Duration.ofSeconds(4)),
            SILENCE(Duration.ofSeconds(4));

            private final Duration lasted;

            Kind(Duration lasted) {
                this.lasted = lasted;
            }

            String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** Who hears of a begin or an end. */
        interface News {
            void alarm(Kind kind, boolean begins, Instant since);
        }

        /** A cut through black is no fault: it must last. */
        private static final Duration BLACK_PATIENCE = Duration.ofSeconds(2);

        private final News news;
        private final Map<Kind, Instant> since = new EnumMap<>(Kind.class);
        private final Set<Kind> told = EnumSet.noneOf(Kind.class);

        PictureAlarms(News news) {
            this.news = news;
        }

        void heard(FfmpegFacts.Alarm alarm, Instant now) {
            if (alarm.begins()) {
                since.putIfAbsent(alarm.kind(), now.minus(alarm.kind().lasted));
                tick(now);
            } else {
                end(alarm.kind());
            }
        }

        void tick(Instant now) {
            since.forEach((kind, begun) -> {
                boolean lasts =
                        kind != Kind.BLACK || !begun.plus(BLACK_PATIENCE).isAfter(now);
                if (lasts && told.add(kind)) {
                    news.alarm(kind, true, begun);
                }
            });
        }

        void clear() {
            for (Kind kind : Kind.values()) {
                end(kind);
            }
        }

        private void end(Kind kind) {
            Instant begun = since.remove(kind);
            if (told.remove(kind) && begun != null) {
                news.alarm(kind, false, begun);
            }
        }

        @Nullable
        Instant since(Kind kind) {
            return told.contains(kind) ? since.get(kind) : null;
        }
    }
}
