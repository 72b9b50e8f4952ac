package live.onair.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Texts as they are written: the apostrophe is doubled only where something is put into a text. */
class WrittenTextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/texts");

    @Test
    void a_text_into_which_nothing_is_put_has_no_doubled_apostrophe() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> files;
        try (var all = Files.list(TEXTS)) {
            files = all.filter(file -> file.toString().endsWith(".properties")).toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            Properties texts = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                texts.load(in);
            }
            texts.forEach((key, text) -> {
                if (text.toString().contains("''") && !text.toString().contains("{0}")) {
                    wrong.add(key + "=" + text);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }
}
