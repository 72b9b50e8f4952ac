package live.onair.localmedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running run: chooses what its viewers are given and keeps their timeline growing at the pace of the clock, whatever
 * happens to its source. On the engine's thread.
 */
final class Playout implements SourceRunner.Host {
    /** What the channel wants of it at a moment. */
    record Wish(RunSpec spec, boolean forced, @Nullable EncoderInput input) {}

    /** Who hears of a session that died. */
    interface News {
        void restarted(@Nullable String lastWords);

        void fact(FfmpegFacts.Fact fact);
    }

    private static final Duration SLOT = Duration.ofSeconds(2);
    private static final Duration HASTE = Duration.ofSeconds(1);

    /** So long a source that has begun may take for its first segment before slate fills the wait. */
    private static final Duration FIRST_SEGMENT = Duration.ofSeconds(5);

    private final Channels.Kit kit;
    private final News news;
    private final LineWriter writer;
    private final SourceRunner source;
    private FilePlay file;
    private Wish wish;
    private RunSpec.Output output = RunSpec.Output.NONE;
    private int lastThumbnail;
    private boolean closing;

    Playout(Channels.Kit kit, Wish wish, Timeline line, News news) {
        this.kit = kit;
        this.wish = wish;
        this.news = news;
        Instant now = kit.clock().instant();
        this.writer = new LineWriter(line, wish.spec().run(), kit.clock());
        this.source = new SourceRunner(kit, line.folder(), this);
        this.file = new FilePlay(kit, writer, writer.filePlayed());
        if (writer.resumed() || wish.spec().source().kind() == RunSpec.SourceKind.INPUT) {
            writer.backdate(now.minus(SLOT.multipliedBy(2)));
        }
    }

    void tick(Wish wanted) {
        if (!wanted.spec().source().equals(wish.spec().source())) {
            file = new FilePlay(kit, writer, 0);
        }
        wish = wanted;
        Instant now = kit.clock().instant();
        drive(now);
        output = choose(now);
        if (output.slate()) {
            fill(now);
        } else if (output == RunSpec.Output.FILE) {
            playFile(now);
        }
    }

    private void drive(Instant now) {
        if (closing) {
            source.tick(null, null, false);
            return;
        }
        RunSpec.Source wanted = wish.spec().source();
        EncoderInput input = wish.input();
        switch (wanted.kind()) {
            case INPUT -> {
                EncoderInput ready = input != null && input.ready(now) ? input : null;
                boolean fed = ready != null && (ready.flowing(now) || ready.keptWaiting());
                source.tick(ready, ready == null ? null : new SourceRunner.FromEncoder(ready), fed);
            }
            case TEST ->
                source.tick(
                        RunSpec.SourceKind.TEST,
                        new SourceRunner.FromTestPicture(kit.font(), kit.picture(), writer.folder(), wanted.label()),
                        true);
            case FILE -> source.tick(null, null, false);
        }
    }

    private boolean flowing(Instant now) {
        EncoderInput input = wish.input();
        return input != null && input.flowing(now);
    }

    private RunSpec.Output choose(Instant now) {
        RunSpec.SourceKind kind = wish.spec().source().kind();
        boolean delivering = switch (kind) {
            case INPUT -> flowing(now) && writer.continues(source.session());
            case TEST -> writer.continues(source.session());
            case FILE -> file.ready(wish.spec().source());
        };
        return RunSpec.Output.choose(new RunSpec.Output.Facts(
                kind, wish.forced(), wish.spec().warmup(), delivering, writer.seenPicture(), file.ended()));
    }

    /** Whether the source's segments belong to viewers. */
    private boolean onAir() {
        return !wish.forced() && !wish.spec().warmup();
    }

    private void fill(Instant now) {
        while (due(now) && !(onAir() && sourceIsAbout(now))) {
            if (!writer.appendSlate(kit.packs().slate(text()))) {
                return;
            }
        }
    }

    /** The first slate comes early: viewers have lost up to a segment when the source dies. */
    private boolean due(Instant now) {
        Instant slot = writer.cursor();
        return !slot.plus(writer.onSlate() ? SLOT : HASTE).isAfter(now);
    }

    /** A source that covers most of this slot will bring its own segment: do not show slate instead. */
    private boolean sourceIsAbout(Instant now) {
        Instant slot = writer.cursor();
        if (source.draining()) {
            return now.isBefore(slot.plus(SLOT).plus(SLOT));
        }
        Instant begun = source.startedAt();
        if (begun != null && flowing(now) && !writer.onSlate() && writer.seenPicture()) {
            // The other input has taken over: its first segment is worth waiting for.
            return now.isBefore(begun.plus(FIRST_SEGMENT));
        }
        boolean feeds = wish.spec().source().kind() != RunSpec.SourceKind.INPUT || flowing(now);
        return begun != null && feeds && !begun.isAfter(slot.plusSeconds(1)) && now.isBefore(slot.plus(FIRST_SEGMENT));
    }

    private String text() {
        RunSpec.SlateTexts texts = wish.spec().slate();
        return switch (output) {
            case SLATE_EMERGENCY -> texts.emergency();
            case SLATE_SOON -> texts.soon();
            default -> file.ended() ? texts.ended() : texts.reconnect();
        };
    }

    private void playFile(Instant now) {
        Path shown = file.play(now);
        if (shown != null) {
            picture(shown, () -> {});
        }
    }

    @Override
    public void segment(FfmpegSession session, String name, double seconds) {
        Path path = writer.folder().resolve(name);
        RunSpec.SourceKind kind = wish.spec().source().kind();
        boolean shown = onAir() && kind != RunSpec.SourceKind.FILE && seconds > 0.05;
        try {
            if (shown) {
                writer.appendFromSource(session.name, path, Json.duration(seconds), kind);
            }
        } catch (IOException e) {
            Log.warn("segment-lost", e, "run", wish.spec().run());
            shown = false;
        }
        Runnable after = shown ? () -> {} : () -> discard(path);
        if (kind == RunSpec.SourceKind.TEST && seconds > 1) {
            picture(path, after);
        } else {
            after.run();
            if (shown) {
                writer.showThumbnail();
            }
        }
    }

    /** A thumbnail of every third segment where no decoder runs anyway. */
    private void picture(Path segment, Runnable after) {
        if (lastThumbnail++ % 3 == 0) {
            kit.packs().thumbnail(segment, writer.folder().resolve("thumb-now.jpg"), () -> {
                after.run();
                kit.engine().execute(() -> {
                    if (onAir()) {
                        writer.showThumbnail();
                    }
                });
            });
        } else {
            after.run();
        }
    }

    private static void discard(Path segment) {
        try {
            Files.deleteIfExists(segment);
        } catch (IOException e) {
            Log.warn("segment-not-deleted", e);
        }
    }

    @Override
    public void fact(FfmpegFacts.Fact fact) {
        news.fact(fact);
    }

    @Override
    public void restarted(@Nullable String lastWords) {
        news.restarted(lastWords);
    }

    /** Begins the end: the source's last segment may still come. */
    void close() {
        closing = true;
        source.close();
    }

    /** Whether the last segment is in, or will not come. */
    boolean drained() {
        return source.idle() || !source.draining();
    }

    /** The last picture says that it is over; then the timeline is closed. */
    void finish() throws IOException {
        if (onAir()) {
            writer.appendSlate(kit.packs().slate(wish.spec().slate().ended()));
        }
        output = RunSpec.Output.NONE;
        writer.finish();
    }

    RunSpec.Output output() {
        return output;
    }

    LineWriter writer() {
        return writer;
    }

    boolean fileEnded() {
        return file.ended();
    }
}
