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
            files.put(path, read(path));
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
