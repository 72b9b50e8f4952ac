package live.onair.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.identity.Accounts;
import live.onair.identity.IdentityRows;
import live.onair.identity.Tokens;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.Role;
import org.eclipse.microprofile.config.Config;

/** The first people: in the demo one of each role, written to {@code demo.json}; in production the first administrator. */
@Singleton
class People {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Role, String> DEMO = new LinkedHashMap<>();

    static {
        DEMO.put(Role.MERCHANDISER, "데모 편성 담당");
        DEMO.put(Role.MODERATOR, "데모 모더레이터");
        DEMO.put(Role.OPS, "데모 운영 담당");
        DEMO.put(Role.ADMIN, "데모 관리자");
        DEMO.put(Role.AUDITOR, "데모 감사 담당");
    }

    private final Config config;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Ids ids;
    private final Clock clock;

    @Inject
    People(Config config, Accounts accounts, Tokens tokens, Ids ids, Clock clock) {
        this.config = config;
        this.accounts = accounts;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sees to it that somebody can sign in. */
    void prepare() {
        Optional<Path> demo =
                config.getOptionalValue("onair.demo.file", String.class).map(Path::of);
        boolean nobody = accounts.list("", Optional.empty(), 1).rows().isEmpty();
        if (demo.isPresent()) {
            write(demo.get(), nobody || !Files.exists(demo.get()) ? seedDemo(nobody) : read(demo.get()));
        } else if (nobody) {
            seedAdmin();
        }
    }

    private void seedAdmin() {
        String login =
                config.getOptionalValue("onair.admin.login", String.class).orElse("admin");
        config.getOptionalValue("onair.admin.password", String.class)
                .filter(password -> !password.isBlank())
                .ifPresent(password ->
                        accounts.seed(new Accounts.Create(login, login, Set.of(Role.ADMIN), "ko"), password, false));
    }

    /** Existing people keep their accounts: where only the file is gone, they get new passwords. */
    private ObjectNode seedDemo(boolean nobody) {
        ObjectNode demo = JSON.createObjectNode();
        ArrayNode people = demo.putArray("people");
        ObjectNode secrets = demo.putObject("tokens");
        DEMO.forEach((role, name) -> {
            String login = role.name().toLowerCase(Locale.ROOT);
            String drawn = ids.secret(12);
            IdentityRows.Account account =
                    accounts.seed(new Accounts.Create(login, name, Set.of(role), "ko"), drawn, true);
            String password = nobody
                    ? drawn
                    : accounts.resetPassword(account.id()).orThrow().password();
            people.addObject()
                    .put("role", login)
                    .put("name", name)
                    .put("login", login)
                    .put("password", password);
            secrets.put(
                    login,
                    tokens.seed(
                                    account.id(),
                                    "demo",
                                    Set.of(role),
                                    clock.instant().plus(Duration.ofDays(300)).truncatedTo(ChronoUnit.SECONDS))
                            .clear());
        });
        return demo;
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, ObjectNode demo) {
        demo.put("url", config.getValue("onair.public.url", String.class));
        demo.put("viewerUrl", config.getValue("onair.viewer.url", String.class));
        demo.put("rtmpUrl", config.getValue("onair.rtmp.url", String.class));
        writePrivately(file, demo.toPrettyString());
    }

    /** For what is secret: readable for its owner only, and there whole or not at all. */
    static void writePrivately(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo person of this role. */
    Actor demo(String role) {
        String login = role.toLowerCase(Locale.ROOT);
        IdentityRows.Account account = accounts.list(login, Optional.empty(), 50).rows().stream()
                .filter(a -> a.login().equals(login))
                .findFirst()
                .orElseThrow();
        return new Actor(account.id(), account.name(), account.roles(), Actor.Source.AUTO);
    }
}
