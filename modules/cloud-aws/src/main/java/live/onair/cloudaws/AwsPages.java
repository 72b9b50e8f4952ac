package live.onair.cloudaws;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists that AWS gives page by page. */
public final class AwsPages {

    private AwsPages() {}

    /**
     * All pages of a list, each asked for when it is come to: who has found what he looks for asks for no more.
     *
     * @param ask for the page of a token, null for the first
     * @param next token of the page after this one, null if it was the last
     */
    public static <R> Stream<R> all(Function<@Nullable String, R> ask, Function<R, @Nullable String> next) {
        return Stream.iterate(ask.apply(null), Objects::nonNull, page -> {
            String token = next.apply(page);
            return token == null ? null : ask.apply(token);
        });
    }
}
