package live.onair.cloudaws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists that AWS gives page by page. */
public final class AwsPages {

    private AwsPages() {}

    /**
     * All pages of a list.
     *
     * @param ask for the page of a token, null for the first
     * @param next token of the page after this one, null if it was the last
     */
    public static <R> List<R> all(Function<@Nullable String, R> ask, Function<R, @Nullable String> next) {
        List<R> pages = new ArrayList<>();
        String token = null;
        do {
            R page = ask.apply(token);
            pages.add(page);
            token = next.apply(page);
        } while (token != null);
        return pages;
    }
}
