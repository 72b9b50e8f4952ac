package live.onair.disputes;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.disputes.DisputeRows.PackState;
import live.onair.disputes.Making.Contents;
import live.onair.disputes.Making.Wanted;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.DisputeRecordings.Made;
import live.onair.disputes.spi.DisputeRecordings.Seen;
import live.onair.disputes.spi.DisputeRecordings.Wish;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Makes a pack: has its clip cut, writes what was shown and paid, seals it and keeps it. Killed in between, it begins again;
 * the same wish is the same clip, and what is ready stays as it is.
 */
@Singleton
class MakePackHandler implements WorkHandler<MakePackHandler.MakePack> {

    static final Duration SOON = Duration.ofMillis(500);
    static final Duration AWAY = Duration.ofSeconds(5);
    private static final String CLIP = "clip";

    private final Instance<DisputeRecordings> ports;
    private final Making making;
    private final PackStore store;

    @Inject
    MakePackHandler(@Any Instance<DisputeRecordings> ports, Making making, PackStore store) {
        this.ports = ports;
        this.making = making;
        this.store = store;
    }

    /** Make this pack. */
    record MakePack(String pack) implements Work {
        @Override
        public String key() {
            return pack;
        }
    }

    @Override
    public Class<MakePack> type() {
        return MakePack.class;
    }

    @Override
    public Next handle(MakePack work) {
        Wanted wanted = making.find(work.pack()).orElse(null);
        if (wanted == null) {
            return Next.done();
        }
        try {
            return wanted.state() == PackState.READY ? tidy(wanted) : make(wanted);
        } catch (CloudException e) {
            if (e.fault().isRetried()) {
                return Next.after(AWAY);
            }
            return seal(wanted, e.fault() == CloudFault.DENIED ? Gap.ELSEWHERE : Gap.BROKEN, null);
        }
    }

    private DisputeRecordings port(Wanted wanted) {
        return Backend.Named.adapter(ports, wanted.backend());
    }

    /** The clip is in the pack; the one beside the recordings only takes room. */
    private Next tidy(Wanted wanted) {
        if (!wanted.backend().isEmpty()) {
            port(wanted).remove(wanted.clip());
        }
        return Next.done();
    }

    private Next make(Wanted wanted) {
        Cut cut = making.cut(wanted);
        if (cut.from() == null || cut.to() == null) {
            return seal(wanted, Objects.requireNonNullElse(cut.gap(), Gap.NO_RECORDING), null);
        }
        Seen seen = port(wanted).cut(new Wish(wanted.clip(), wanted.show(), cut.from(), cut.to()));
        switch (seen.state()) {
            case CUTTING -> {
                making.state(wanted.id(), PackState.CUTTING);
                return Next.after(SOON);
            }
            case WAITING -> {
                making.state(wanted.id(), PackState.WAITING);
                return Next.after(AWAY);
            }
            case FAILED -> {
                return seal(wanted, gap(seen.problem()), null);
            }
            default -> {
                return seal(wanted, null, seen.made());
            }
        }
    }

    private static Gap gap(@Nullable String problem) {
        return switch (Objects.requireNonNullElse(problem, "broken")) {
            case "gone" -> Gap.PURGED;
            case "outside" -> Gap.OUTSIDE;
            case "full" -> Gap.FULL;
            case "archived" -> Gap.ARCHIVED;
            default -> Gap.BROKEN;
        };
    }

    private Next seal(Wanted wanted, @Nullable Gap gap, @Nullable Made made) {
        making.state(wanted.id(), PackState.SEALING);
        try {
            Path folder = Files.createTempDirectory("onair-pack");
            try {
                PackZip.Clip clip = made == null ? null : clip(wanted, made, folder);
                Contents contents = making.contents(wanted, gap);
                Path zip = folder.resolve("pack.zip");
                PackZip.Written written = PackZip.write(zip, contents, clip);
                store.keep(wanted.id(), zip);
                making.ready(contents, written);
            } finally {
                clear(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made == null ? Next.done() : tidy(wanted);
    }

    private static void clear(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("pack.zip"));
        Files.deleteIfExists(folder.resolve(CLIP));
        Files.deleteIfExists(folder);
    }

    private PackZip.Clip clip(Wanted wanted, Made made, Path folder) throws IOException {
        Path file = folder.resolve(CLIP);
        try (InputStream in = port(wanted).read(wanted.clip())) {
            Files.copy(in, file);
        }
        if (!PackZip.sha256(file).equals(made.sha256())) {
            throw new CloudException(CloudFault.UNAVAILABLE, "the clip of " + wanted.id() + " came broken");
        }
        return new PackZip.Clip(file, made);
    }
}
