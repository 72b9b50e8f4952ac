package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The consoles this person is signed in to from their terminal: one token for each, in a file that only they can read. A
 * token is sent to no other console than the one that gave it.
 */
final class Logins {

    private static final String LATEST = "latest";
    private static final String CONSOLES = "consoles";

    private final Place place;

    Logins(Place place) {
        this.place = place;
    }

    /**
     * One of them.
     *
     * @param id what the token is revoked by
     */
    record Login(String token, String id) {
        @Override
        public String toString() {
            return "Login[" + id + "]";
        }
    }

    /** The folder of this person's settings. */
    static Path folder() {
        String home = Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home"));
        String settings = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .filter(text -> !text.isBlank())
                .orElse(home + "/.config");
        return Path.of(settings, "onair");
    }

    static Path file() {
        return folder().resolve("credentials.json");
    }

    /** Where they signed in last. */
    Optional<String> latest() {
        return Optional.of(read().path(LATEST).asText("")).filter(text -> !text.isEmpty());
    }

    Optional<Login> at(String url) {
        JsonNode kept = read().path(CONSOLES).path(url);
        return kept.isObject()
                ? Optional.of(
                        new Login(kept.path("token").asText(), kept.path("id").asText()))
                : Optional.empty();
    }

    void keep(String url, Login login) {
        ObjectNode all = read();
        all.put(LATEST, url);
        all.withObject("/" + CONSOLES)
                .set(
                        url,
                        Caller.JSON
                                .createObjectNode()
                                .put("token", login.token())
                                .put("id", login.id()));
        write(all);
    }

    void forget(String url) {
        ObjectNode all = read();
        ObjectNode consoles = all.withObject("/" + CONSOLES);
        consoles.remove(url);
        if (all.path(LATEST).asText("").equals(url)) {
            all.remove(LATEST);
        }
        try {
            if (consoles.isEmpty()) {
                Files.deleteIfExists(file());
            } else {
                write(all);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ObjectNode read() {
        try {
            return Files.exists(file())
                    ? Caller.JSON.readValue(file().toFile(), ObjectNode.class)
                    : Caller.JSON.createObjectNode();
        } catch (IOException e) {
            throw new Stop(
                    Stop.NOT_SIGNED_IN,
                    "UNREADABLE",
                    place.say("로그인 정보를 읽을 수 없습니다: ", "What you signed in with cannot be read: ") + file(),
                    place.say(
                            "그 파일을 지우고 ./onair login으로 다시 로그인하세요.",
                            "Delete that file and sign in again: ./onair login"));
        }
    }

    /** Nobody else can read it at any moment, and a power cut leaves the old file or the new one. */
    private void write(ObjectNode all) {
        try {
            Files.createDirectories(
                    folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path fresh = Files.createTempFile(
                    folder(),
                    "credentials",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, all.toPrettyString() + "\n");
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Stop unwritable(IOException why) {
        return new Stop(
                Stop.REFUSED,
                "UNWRITABLE",
                place.say("로그인 정보를 쓸 수 없습니다: ", "What you sign in with cannot be written: ") + file() + " ("
                        + why.getMessage() + ")");
    }
}
