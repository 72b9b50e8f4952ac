package live.onair.localmedia;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running run: chooses what its viewers are given and keeps their timeline growing at the pace of the clock, whatever
 * happens to its source. On the engine's thread.
 */
final class Playout implements SourceRunner.Host, Blur.Line {
    /** What the channel wants of it at a moment. */
    record Wish(
            RunSpec spec,
            boolean forced,
            boolean blurred,
            @Nullable EncoderInput input) {}

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
    private final Blur pieces;
    private final Thumbnails thumbnails;
    private FilePlay file;
    private Wish wish;
    private RunSpec.Output output = RunSpec.Output.NONE;
    private boolean closing;
    /** Whether the public picture is still to be hidden. */
    private boolean hiding;

    Playout(Channels.Kit kit, Wish wish, Timeline line, News news) {
        this.kit = kit;
        this.wish = wish;
        this.hiding = wish.blurred();
        this.news = news;
        Instant now = kit.clock().instant();
        this.writer = new LineWriter(line, wish.spec().run(), kit.clock());
        this.source = new SourceRunner(kit, line.folder(), this);
        this.pieces = new Blur(kit, this);
        this.thumbnails = new Thumbnails(kit, line.folder(), () -> onAir() && !this.wish.blurred());
        this.file = new FilePlay(kit, writer, pieces, writer.filePlayed());
        if (writer.resumed() || wish.spec().source().kind() == RunSpec.SourceKind.INPUT) {
            writer.backdate(now.minus(SLOT.multipliedBy(2)));
        }
    }

    void tick(Wish wanted) {
        if (!wanted.spec().source().equals(wish.spec().source())) {
            file = new FilePlay(kit, writer, pieces, 0);
        }
        hiding = wanted.blurred() && (hiding || !wish.blurred());
        wish = wanted;
        Instant now = kit.clock().instant();
        pieces.tick(now);
        hiding = hiding && !thumbnails.drawHidden(wanted.spec().slate().emergency());
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
            case INPUT -> flowing(now) && continues();
            case TEST -> continues();
            case FILE -> file.ready(wish.spec().source(), wish.blurred());
        };
        return RunSpec.Output.choose(new RunSpec.Output.Facts(
                kind, wish.forced(), wish.spec().warmup(), delivering, writer.seenPicture(), file.ended()));
    }

    /** Whether what is shown is what the source makes now, blurred or not. */
    private boolean continues() {
        String session = source.session();
        return session != null
                && !pieces.failing()
                && (writer.continues(session) || writer.continues(Blur.name(session)));
    }

    /** Whether the source's segments belong to viewers. */
    private boolean onAir() {
        return !wish.forced() && !wish.spec().warmup();
    }

    private void fill(Instant now) {
        while (due(now) && !(onAir() && !pieces.failing() && sourceIsAbout(now))) {
            if (!writer.appendSlate(kit.packs().slate(wish.spec().slate().on(output, file.ended())))) {
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

    private void playFile(Instant now) {
        Path shown = file.play(now);
        if (shown != null) {
            thumbnails.take(shown, true, true, wish.blurred(), () -> {});
        }
    }

    @Override
    public void segment(FfmpegSession session, String name, double seconds) {
        Path path = writer.folder().resolve(name);
        pieces.add(new Blur.Piece(
                session.name, path, Json.duration(seconds), kit.clock().instant()));
    }

    @Override
    public boolean blurs() {
        return wish.blurred() && onAir();
    }

    @Override
    public void drop(Blur.Piece piece) {
        Blur.delete(piece.file());
    }

    @Override
    public void show(Blur.Piece piece, boolean blurred) {
        Path path = piece.file();
        RunSpec.SourceKind kind = wish.spec().source().kind();
        boolean shown =
                onAir() && kind != RunSpec.SourceKind.FILE && piece.length().toMillis() > 50;
        try {
            if (shown) {
                String session = blurred ? Blur.name(piece.session()) : piece.session();
                writer.appendFromSource(session, path, piece.length(), kind, piece.made());
            }
        } catch (IOException e) {
            Log.warn("segment-lost", e, "run", wish.spec().run());
            shown = false;
        }
        Runnable after = shown ? () -> {} : () -> drop(piece);
        boolean decode = kind == RunSpec.SourceKind.TEST && piece.length().toSeconds() >= 1;
        thumbnails.take(path, decode, shown, blurred, after);
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
        return pieces.idle() && (source.idle() || !source.draining());
    }

    /** The last picture says that it is over; then the timeline is closed. */
    void finish() throws IOException {
        if (onAir()) {
            writer.appendSlate(kit.packs().slate(wish.spec().slate().ended()));
        }
        output = RunSpec.Output.NONE;
        writer.finish();
    }

    boolean blurFails() {
        return pieces.fails();
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
