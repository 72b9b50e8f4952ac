package live.onair.cdn.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import live.onair.cdn.mending.Mends.MendField;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.spi.CdnAccount.Lacks;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.junit.jupiter.api.Test;

/** What every account keeps. */
public abstract class CdnAccountContract {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private static final List<MendStep> STEPS = List.of(new MendStep(MendField.WEB_ACL, "", null, "acl"));

    /** The account. */
    protected abstract CdnAccount port();

    /** A CDN whose account it is. */
    protected abstract String cdn();

    @Test
    void it_tells_something_of_its_own() {
        assertThat(port().knows(cdn())).isTrue();
        boolean set = port().setup(cdn()).isPresent();
        boolean counted = port().carried(cdn(), MONTH).isPresent();
        assertThat(set || counted).isTrue();
        port().carried(cdn(), MONTH).ifPresent(bytes -> assertThat(bytes).isNotNegative());
    }

    @Test
    void another_cdn_is_not_its_own() {
        assertThat(port().knows("nobodys")).isFalse();
        assertThatThrownBy(() -> {
                    port().setup("nobodys");
                    port().carried("nobodys", MONTH);
                })
                .isInstanceOf(CloudException.class);
        assertThatThrownBy(() -> port().lacks("nobodys")).isInstanceOf(CloudException.class);
        assertThatThrownBy(() -> port().mend("nobodys", "1", STEPS, false)).isInstanceOf(CloudException.class);
    }

    @Test
    void what_it_lacks_can_be_planned_or_it_is_said_why_not() {
        Lacks lacks = port().lacks(cdn());
        assertThat(lacks.steps().isEmpty() && lacks.others().isEmpty()).isFalse();
        assertThat(port().lacks(cdn())).as("to look is to change nothing").isEqualTo(lacks);
        assertThat(lacks.steps()).allSatisfy(step -> assertThat(step.before()).isNotEqualTo(step.after()));
    }

    @Test
    void a_plan_is_carried_out_once_and_can_be_taken_back() {
        Lacks lacks = port().lacks(cdn());
        String version = lacks.version();
        if (version == null) {
            assertThatThrownBy(() -> port().mend(cdn(), "1", STEPS, false))
                    .as("nothing can be set from here")
                    .isInstanceOfSatisfying(
                            CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
            return;
        }
        String after = port().mend(cdn(), version, lacks.steps(), false).orElseThrow();
        assertThat(port().mend(cdn(), version, lacks.steps(), false))
                .as("somebody else has set the same")
                .isEmpty();
        assertThat(port().mend(cdn(), version, lacks.steps(), true))
                .as("an answer that was lost is asked for again")
                .contains(after);
        assertThat(port().lacks(cdn()).steps()).isEmpty();
        List<MendStep> back = lacks.steps().stream().map(MendStep::back).toList();
        assertThat(port().mend(cdn(), version, back, false))
                .as("by the mark of what stood before")
                .isEmpty();
        assertThat(port().mend(cdn(), after, back, false)).isPresent();
        assertThat(port().lacks(cdn()).steps()).isEqualTo(lacks.steps());
    }
}
