package live.onair.storefront;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import live.onair.storefront.spi.PublishedFiles;
import live.onair.work.Next;
import live.onair.work.WorkHandler;

/** Publishes the viewers' pages of this build: shells, styles, scripts and fonts. */
@Singleton
class PublishPagesHandler implements WorkHandler<PublishPages> {

    private final PublishedFiles files;

    @Inject
    PublishPagesHandler(PublishedFiles files) {
        this.files = files;
    }

    @Override
    public Class<PublishPages> type() {
        return PublishPages.class;
    }

    @Override
    public Next handle(PublishPages work) {
        for (String path : pages()) {
            files.put(path, content(path));
        }
        return Next.done();
    }

    /** The files of this build, assets before the pages that name them. */
    static List<String> pages() {
        return new String(read("files.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The live page, the replay page, their preview and the frame for other sites are one file, told apart by one word: they cannot drift. */
    private static byte[] content(String path) {
        return switch (path) {
            case "shell/live.html" -> page("live");
            case "shell/replay.html" -> page("replay");
            case "shell/preview.html" -> page("preview");
            case "shell/embed.html" -> page("embed");
            default -> read(path);
        };
    }

    private static byte[] page(String kind) {
        String page = new String(read("shell/page.html"), StandardCharsets.UTF_8);
        return page.replace("{{page}}", kind).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String path) {
        try (InputStream in = PublishPagesHandler.class.getResourceAsStream("/viewer/" + path)) {
            if (in == null) {
                throw new IllegalStateException("not in this build: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
