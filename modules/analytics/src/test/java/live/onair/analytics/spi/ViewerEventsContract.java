package live.onair.analytics.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import live.onair.analytics.spi.ViewerEvents.Kind;
import live.onair.analytics.spi.ViewerEvents.Page;
import live.onair.analytics.spi.ViewerEvents.Seen;
import org.junit.jupiter.api.Test;

/** What every list of viewers' events does. An adapter's test extends it. */
public abstract class ViewerEventsContract {

    /** The adapter under test. */
    protected abstract ViewerEvents port();

    /** A page tells this, and is answered that it is kept. */
    protected abstract void tell(Seen seen);

    /** The process that keeps the list dies without a word and is started again. */
    protected abstract void dies();

    private static Seen seen(Kind kind, String product) {
        return new Seen(UUID.randomUUID(), kind, "SH-CONTRACT", product, "viewer-contract", Instant.now());
    }

    /** Pages from an offset to the end. */
    private List<Seen> all(long from, int max) {
        List<Seen> found = new ArrayList<>();
        long at = from;
        while (true) {
            Page page = port().read(at, max);
            found.addAll(page.seen());
            if (page.next() <= at) {
                return found;
            }
            at = page.next();
        }
    }

    private long end() {
        long at = 0;
        for (Page page = port().read(at, 500); page.next() > at; page = port().read(at, 500)) {
            at = page.next();
        }
        return at;
    }

    @Test
    void what_was_told_is_read_in_its_order_by_offset_and_as_often_as_one_asks() {
        assertThat(port().isHere()).isTrue();
        long from = end();
        List<Seen> told = List.of(seen(Kind.IMPRESSION, "PR-1"), seen(Kind.CLICK, "PR-1"), seen(Kind.CART, "PR-2"));
        told.forEach(this::tell);
        for (int most : new int[] {1, 2, 500}) {
            List<Seen> read = all(from, most);
            assertThat(read)
                    .extracting(Seen::id)
                    .containsExactlyElementsOf(told.stream().map(Seen::id).toList());
            assertThat(read).extracting(Seen::kind).containsExactly(Kind.IMPRESSION, Kind.CLICK, Kind.CART);
            assertThat(read).extracting(Seen::product).containsExactly("PR-1", "PR-1", "PR-2");
            assertThat(read).allSatisfy(one -> {
                assertThat(one.show()).isEqualTo("SH-CONTRACT");
                assertThat(one.viewer()).isEqualTo("viewer-contract");
                assertThat(Duration.between(one.at(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
            });
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_the_process_died() {
        long from = end();
        Seen told = seen(Kind.CLICK, "PR-9");
        tell(told);
        String list = port().read(from, 10).list();
        dies();
        assertThat(port().read(from, 10).list()).as("the same list").isEqualTo(list);
        assertThat(all(from, 10)).extracting(Seen::id).containsExactly(told.id());
    }

    @Test
    void what_may_be_forgotten_is_passed_over_and_the_rest_stays() {
        tell(seen(Kind.CLICK, "PR-3"));
        long middle = end();
        Seen kept = seen(Kind.CLICK, "PR-4");
        tell(kept);
        port().forget(middle);
        port().forget(middle);
        port().forget(0);
        assertThat(all(0, 500)).extracting(Seen::id).containsExactly(kept.id());
        assertThat(all(middle, 500)).extracting(Seen::id).containsExactly(kept.id());
    }
}
