package live.onair.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import live.onair.api.identity.AccountsResource;
import live.onair.api.identity.MeResource;
import live.onair.api.planning.CalendarsResource;
import live.onair.api.scheduling.ChannelsResource;
import live.onair.api.scheduling.EncodersResource;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.Test;

/** What is kept of an answer: all of it, unless it holds a secret. */
@RoomTest
class IdempotencyTest {

    private static final Actor KIM = new Actor("kim", "kim", Set.of(Role.OPS), Actor.Source.API);
    private static final String SECRET = "sk_very_secret";

    @Inject
    IdempotentAnswers answers;

    @Inject
    Sql sql;

    private final String key = UUID.randomUUID().toString();
    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

    /** Of these calls only those are answered that are listed here. */
    private static <T> T calls(Class<T> type, Map<String, Object> answers) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName()));
        return type.cast(proxy);
    }

    private static Method operation(Class<?> resource, String name) {
        for (Method method : resource.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private String keptOf(Method operation, int status) throws Exception {
        assertThat(answers.take("kim", key, "digest")).isEmpty();
        Idempotency door = new Idempotency();
        door.answers = answers;
        door.resource = calls(ResourceInfo.class, Map.of("getResourceMethod", operation));
        Map<String, Object> body = Map.of("key", SECRET);
        try (Acting ignored = Acting.as(KIM)) {
            door.filter(
                    calls(ContainerRequestContext.class, Map.of("getProperty", key)),
                    calls(
                            ContainerResponseContext.class,
                            Map.of("getStatus", status, "getHeaders", headers, "hasEntity", true, "getEntity", body)));
        }
        return sql.one("select coalesce(convert_from(body, 'UTF8'), 'nothing') from api.idempotency where status = "
                + status + " and key = '" + key + "'");
    }

    @Test
    void what_answers_a_key_or_the_ticket_to_one_is_kept_by_nobody() throws Exception {
        for (Method operation : Set.of(
                operation(ChannelsResource.class, "rotateKey"),
                operation(EncodersResource.class, "showKey"),
                operation(EncodersResource.class, "takeKey"),
                operation(AccountsResource.class, "create"),
                operation(AccountsResource.class, "resetPassword"),
                operation(MeResource.class, "issue"),
                operation(CalendarsResource.class, "create"))) {
            assertThat(keptOf(operation, 200)).as(operation.getName()).isEqualTo("nothing");
            assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-store");
            answers.forget("kim", key);
        }
    }

    @Test
    void why_it_was_refused_is_kept() throws Exception {
        assertThat(keptOf(operation(EncodersResource.class, "takeKey"), 409)).contains(SECRET);
    }

    @Test
    void another_answer_is_kept_as_it_was() throws Exception {
        assertThat(keptOf(operation(EncodersResource.class, "readIngest"), 200)).contains(SECRET);
        assertThat(headers).isEmpty();
    }
}
