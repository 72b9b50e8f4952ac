package live.onair.disputes;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.SealRows.SealVerdict;
import live.onair.kernel.Actor;
import live.onair.orders.OrderRows;
import live.onair.orders.Orders;
import live.onair.orders.Orders.HoldWish;
import live.onair.orders.Orders.Wish;
import live.onair.pins.Stall;

/** Orders that are disputed about, and the packs of them as files. */
@Singleton
class Court {

    static final String VIEWER = "viewer-0001";

    private final Stall stall;
    private final Orders orders;
    private final Disputes disputes;

    @Inject
    Court(Stall stall, Orders orders, Disputes disputes) {
        this.stall = stall;
        this.orders = orders;
        this.disputes = disputes;
    }

    OrderRows.Hold held(String show, String product, int pieces) {
        return as(
                        Actor.ONAIR,
                        () -> orders.hold(new HoldWish(
                                UUID.randomUUID(), show, VIEWER, List.of(new Wish(product, null, pieces)), null)))
                .orThrow();
    }

    /** The number of an order. */
    String order(String show, String product, int pieces) {
        return bought(held(show, product, pieces));
    }

    String bought(OrderRows.Hold held) {
        return String.valueOf(as(Actor.ONAIR, () -> orders.buy(UUID.fromString(held.id()), VIEWER))
                .orThrow()
                .order());
    }

    void work() {
        for (int i = 0; i < 6; i++) {
            stall.work();
        }
    }

    /** Until the show is over and its recording complete. */
    void ends() {
        stall.pass(Duration.ofMinutes(70));
    }

    Pack pack(String id) {
        return as(AUDITOR, () -> disputes.find(id)).orElseThrow();
    }

    Pack made(String order) {
        String id = done(() -> disputes.make(order, true)).id();
        work();
        return pack(id);
    }

    Path zip(String pack) {
        try (InputStream in =
                as(AUDITOR, () -> disputes.download(pack)).orThrow().content()) {
            Path file = Files.createTempDirectory("court").resolve(pack + ".zip");
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, byte[]> files(Path zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }

    /** The same files in another ZIP. */
    Path zipped(Map<String, byte[]> files) {
        try {
            Path zip = Files.createTempDirectory("court").resolve("again.zip");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    out.putNextEntry(new ZipEntry(file.getKey()));
                    out.write(file.getValue());
                }
            }
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SealVerdict verdict(Path zip) {
        return as(AUDITOR, () -> disputes.verify(zip)).orThrow();
    }
}
