package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a line costs the heap: next to nothing as long as nothing is found in it. */
class AllocationTest {

    private static final int LINES = 20_000;

    private final ChatFilter filter = new ChatFilter(FilterRules.shipped());

    @Test
    void a_line_in_which_nothing_is_found_takes_a_verdict_and_nothing_else() {
        assertThat(perLine("오늘 방송 너무 좋아요 언니 ㅋㅋㅋ 배송은 언제 와요")).isLessThan(200);
        assertThat(perLine("3개 세트 24900원 맞나요 size M 있어요?")).isLessThan(200);
    }

    private long perLine(String line) {
        assertThat(filter.check(line).hits()).isEmpty();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < LINES; i++) {
            filter.check(line);
        }
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / LINES;
    }
}
