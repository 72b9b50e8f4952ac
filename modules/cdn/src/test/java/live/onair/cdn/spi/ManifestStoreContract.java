package live.onair.cdn.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every manifest store keeps. */
public abstract class ManifestStoreContract {

    private final String show = "SH-" + UUID.randomUUID().toString().substring(0, 8);

    /** The store. */
    protected abstract ManifestStore port();

    /** What a player reads there; null for nothing. */
    protected abstract @Nullable String read(String show, String path);

    @Test
    void what_was_put_is_read_as_it_is_and_another_takes_its_place() {
        port().put(show, Map.of("default/7.json", "{\"TTL\":10}", "default/7.m3u8", "#EXTM3U\n"));
        assertThat(read(show, "default/7.json")).isEqualTo("{\"TTL\":10}");
        assertThat(read(show, "default/7.m3u8")).isEqualTo("#EXTM3U\n");
        port().put(show, Map.of("default/7.json", "{\"TTL\":5}"));
        port().put(show, Map.of("default/7.json", "{\"TTL\":5}"));
        assertThat(read(show, "default/7.json")).isEqualTo("{\"TTL\":5}");
        assertThat(read(show, "default/7.m3u8")).isEqualTo("#EXTM3U\n");
        assertThat(read(show, "default/8.json")).isNull();
    }

    @Test
    void a_show_with_many_branches_lies_there_whole() {
        Map<String, String> objects = new HashMap<>();
        for (int branch = 0; branch < 12; branch++) {
            for (int bucket = 0; bucket < 100; bucket++) {
                objects.put("kr-n" + branch + "/" + bucket + ".m3u8", "#EXTM3U\n" + "#".repeat(1_200) + bucket + "\n");
            }
        }
        port().put(show, objects);
        assertThat(objects)
                .allSatisfy((path, content) -> assertThat(read(show, path)).isEqualTo(content));
    }

    @Test
    void what_is_taken_away_is_gone_and_the_next_show_stays() {
        String other = show + "-2";
        port().put(show, Map.of("branches.json", "{}", "default/0.json", "{}"));
        port().put(other, Map.of("branches.json", "{}"));
        port().remove(show);
        port().remove(show);
        assertThat(read(show, "branches.json")).isNull();
        assertThat(read(show, "default/0.json")).isNull();
        assertThat(read(other, "branches.json")).isEqualTo("{}");
        port().remove(other);
    }
}
