package live.onair.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of this build are whole, and keep the policy under which they are served. */
class ViewerPagesTest {

    private static final Path VIEWER = Path.of("src/main/resources/viewer");
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
    private static final Pattern CSS_URL = Pattern.compile("url\\(['\"]?([^'\")]+)['\"]?\\)");
    private static final long MOST_BYTES = 2 << 20;

    private final FilesInMemory files = new FilesInMemory();

    @BeforeEach
    void publish() {
        new PublishPagesHandler(files).handle(new PublishPages());
    }

    private List<String> html() {
        return files.files().keySet().stream().filter(p -> p.endsWith(".html")).toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            found.add(m.group(1));
        }
        return found;
    }

    @Test
    void every_file_of_the_build_is_published_as_it_is() throws Exception {
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> all = Files.walk(VIEWER)) {
            all.filter(Files::isRegularFile)
                    .map(file -> VIEWER.relativize(file).toString())
                    .filter(name -> !name.equals("files.txt") && !name.equals("shell/page.html"))
                    .forEach(kept::add);
        }
        Set<String> published = new TreeSet<>(files.files().keySet());
        assertThat(published.removeAll(
                        Set.of("shell/live.html", "shell/replay.html", "shell/preview.html", "shell/embed.html")))
                .isTrue();
        assertThat(published).isEqualTo(kept).hasSizeGreaterThan(90);
        for (String path : kept) {
            assertThat(files.files().get(path)).as(path).isEqualTo(Files.readAllBytes(VIEWER.resolve(path)));
        }
    }

    @Test
    void the_live_page_the_replay_page_their_preview_and_their_frame_differ_in_one_word() throws Exception {
        String page = Files.readString(VIEWER.resolve("shell/page.html"));
        for (String kind : List.of("live", "replay", "preview", "embed")) {
            assertThat(files.text("shell/" + kind + ".html"))
                    .contains("data-page=\"" + kind + "\"")
                    .doesNotContain("{{")
                    .isEqualTo(page.replace("{{page}}", kind));
        }
    }

    @Test
    void no_file_is_larger_than_what_can_be_published() {
        files.files()
                .forEach((path, content) ->
                        assertThat(content.length).as(path).isPositive().isLessThanOrEqualTo((int) MOST_BYTES));
    }

    @Test
    void what_a_page_names_comes_before_the_page() {
        List<String> order = PublishPagesHandler.pages();
        for (String page : html()) {
            List<String> named = found(REFERENCE, files.text(page));
            assertThat(named).as(page).hasSizeGreaterThanOrEqualTo(4);
            for (String reference : named) {
                assertThat(order.subList(0, order.indexOf(page)))
                        .as(page + " names " + reference)
                        .contains(reference.substring(1));
            }
        }
        assertThat(html())
                .containsExactlyInAnyOrder(
                        "index.html", "shell/embed.html", "shell/live.html", "shell/preview.html", "shell/replay.html");
    }

    @Test
    void what_a_style_names_is_published_too() {
        String css = "assets/pretendard-1.3.9/pretendardvariable-dynamic-subset.css";
        List<String> fonts = found(CSS_URL, files.text(css));
        assertThat(fonts).hasSizeGreaterThan(80);
        for (String font : fonts) {
            String path = Path.of(css).resolveSibling(font).normalize().toString();
            assertThat(files.files()).containsKey(path);
        }
    }

    @Test
    void no_page_needs_what_the_policy_forbids() {
        for (String page : html()) {
            assertThat(files.text(page))
                    .as(page)
                    .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|https?://|<form");
        }
    }

    private List<String> scripts() {
        return files.files().keySet().stream()
                .filter(path -> path.startsWith("shell/") && path.endsWith(".js"))
                .toList();
    }

    @Test
    void no_script_of_ours_writes_markup_or_runs_text() {
        assertThat(scripts()).hasSizeGreaterThanOrEqualTo(3);
        for (String script : scripts()) {
            assertThat(files.text(script))
                    .as(script)
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function");
        }
    }

    @Test
    void every_word_is_there_in_both_languages() {
        String words = files.text("shell/words.js");
        int english = words.indexOf("    en: {");
        String korean = words.substring(words.indexOf("    ko: {"), english);
        String rest = words.substring(english, words.indexOf("  };", english));
        Pattern word = Pattern.compile("(?<=[ {])([a-zA-Z]+): '[^']+'");
        assertThat(found(word, korean)).hasSizeGreaterThan(60).isEqualTo(found(word, rest));
        for (String script : scripts()) {
            for (String key : found(Pattern.compile("say\\('([a-zA-Z]+)'"), files.text(script))) {
                assertThat(found(word, korean)).as(script).contains(key);
            }
        }
    }

    /** What a page of a show loads of ours; the pictures' player is hls.js, and fonts come by the letter. */
    @Test
    void our_own_script_and_style_are_small() {
        int bytes = scripts().stream()
                        .mapToInt(path -> files.files().get(path).length)
                        .sum()
                + files.files().get("shell/viewer.css").length
                + files.files().get("assets/pretendard-1.3.9/pretendardvariable-dynamic-subset.css").length;
        assertThat(bytes).isLessThanOrEqualTo(250 * 1024);
    }
}
