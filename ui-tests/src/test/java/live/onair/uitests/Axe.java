package live.onair.uitests;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong on a page. */
final class Axe {

    private Axe() {}

    /**
     * Its serious and critical findings, each with the element. Asks for nothing else: what passes is most of a page, and
     * describing it takes most of the time.
     *
     * @param within selectors of the parts to look at; none for all of the page
     */
    static List<String> serious(Page page, String... within) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        for (String part : within) {
            axe = axe.include(part);
        }
        return axe.analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + " " + node.getHtml() + " " + node.getFailureSummary()))
                .toList();
    }
}
