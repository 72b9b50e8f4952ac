package live.onair.products;

import static live.onair.products.Catalogue.AUDITOR;
import static live.onair.products.Catalogue.as;
import static live.onair.products.Catalogue.cream;
import static live.onair.products.Catalogue.done;
import static live.onair.products.Catalogue.named;
import static live.onair.products.Catalogue.refused;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import live.onair.products.Evidence.EvidenceRow;
import live.onair.products.Evidence.NewEvidence;
import live.onair.products.Evidence.Standing;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class EvidenceTest {

    private static final byte[] PDF = "%PDF-1.7 a report".getBytes(StandardCharsets.US_ASCII);

    @Inject
    Products products;

    @Inject
    Sellers sellers;

    @Inject
    Evidence evidence;

    @Inject
    FakeClock clock;

    private String product = "";

    @BeforeEach
    void aProduct() {
        String seller =
                done(() -> sellers.add(named("데모 상사 " + System.nanoTime()))).id();
        product = done(() -> products.add(cream(seller, "A", "가 크림", 1_000))).id();
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Seoul")).plusDays(days);
    }

    private EvidenceRow row(String id) {
        return as(AUDITOR, () -> evidence.of(product)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_document_is_kept_as_it_came_and_runs_out_on_its_day() {
        EvidenceRow kept =
                done(() -> evidence.add(product, new NewEvidence("미백 시험 성적서", "report.pdf", PDF, inDays(40))));
        assertThat(kept.standing()).isEqualTo(Standing.VALID);
        assertThat(kept.type()).isEqualTo("application/pdf");
        assertThat(as(AUDITOR, () -> evidence.file(kept.id())).orElseThrow().content())
                .isEqualTo(PDF);
        clock.advance(Duration.ofDays(11));
        assertThat(row(kept.id()).standing()).isEqualTo(Standing.EXPIRING);
        clock.advance(Duration.ofDays(30));
        assertThat(row(kept.id()).standing()).isEqualTo(Standing.EXPIRED);
        done(() -> evidence.remove(kept.id()));
        assertThat(as(AUDITOR, () -> evidence.of(product))).isEmpty();
        assertThat(refused(() -> evidence.remove(kept.id()))).containsExactly("NO_SUCH_EVIDENCE");
    }

    @Test
    void what_is_no_document_is_refused_in_words() {
        assertThat(refused(() -> evidence.add(product, new NewEvidence("<b>", "=x", new byte[0], inDays(-1)))))
                .containsExactlyInAnyOrder("FIELD_MARKUP", "FIELD_FORMULA", "NO_FILE", "DAY_PAST");
        byte[] program = "MZ no document".getBytes(StandardCharsets.US_ASCII);
        assertThat(refused(() -> evidence.add(product, new NewEvidence("성적서", "a.pdf", program, null))))
                .containsExactly("FILE_TYPE");
        assertThat(refused(() -> evidence.add(product, new NewEvidence("성적서", "a.pdf", new byte[6_000_000], null))))
                .containsExactly("FILE_LARGE");
        assertThat(refused(() -> evidence.add("PR-0", new NewEvidence("성적서", "a.pdf", PDF, null))))
                .containsExactly("NO_SUCH_PRODUCT");
        done(() -> evidence.add(product, new NewEvidence("성적서", "a.pdf", PDF, null)));
        assertThat(refused(() -> evidence.add(product, new NewEvidence("또", "b.pdf", PDF, null))))
                .containsExactly("SAME_FILE");
    }
}
