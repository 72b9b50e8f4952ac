package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The folder that is the memory of this process: held by one process at a time. */
final class StateFolder implements Closeable {
    private static final String FONT = "Pretendard-SemiBold.ttf";
    private final Path root;
    private final FileChannel channel;

    private StateFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    static StateFolder lock(Path root) throws IOException {
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!taken(channel)) {
            channel.close();
            throw new Media.StartFailure(
                    3,
                    "다른 미디어 프로세스가 상태 폴더를 쓰고 있습니다 / another media process holds the state folder " + root,
                    "그 프로세스를 끝내거나 onair.media.state를 다른 폴더로 지정하십시오"
                            + " / end that process or name another folder in onair.media.state");
        }
        return new StateFolder(root, channel);
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path at(String name) {
        return root.resolve(name);
    }

    /** The token of the control door, made on the first start. */
    static String token(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Durable.writePrivately(file, HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
        }
        String token = Files.readString(file).trim();
        if (token.isEmpty()) {
            throw new Media.StartFailure(
                    2,
                    "토큰 파일이 비어 있습니다 / the token file is empty: " + file,
                    "파일을 지우고 다시 시작하십시오 / delete the file and start again");
        }
        return token;
    }

    /** The port a door had last time, so that viewers' addresses survive a restart; 0 if there was none. */
    int lastPort(String door) {
        JsonNode before = before();
        return before == null ? 0 : before.path("ports").path(door).asInt(0);
    }

    private @Nullable JsonNode before() {
        try {
            return Files.exists(at("media.json")) ? Json.parse(Files.readAllBytes(at("media.json"))) : null;
        } catch (IOException e) {
            return null;
        }
    }

    void announce(JsonNode media) throws IOException {
        Durable.writePrivately(at("media.json"), Json.bytes(media));
    }

    /** The font of slates and clocks, taken out of the jar. */
    Path font() {
        Path font = at("fonts").resolve(FONT);
        try (InputStream vendored = StateFolder.class.getResourceAsStream("/vendor/pretendard-1.3.9/" + FONT)) {
            if (vendored == null) {
                throw new IllegalStateException("the font is not in the jar");
            }
            byte[] bytes = vendored.readAllBytes();
            if (!Files.exists(font) || Files.size(font) != bytes.length) {
                Durable.write(font, bytes);
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
