package live.onair.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in is read strictly, what goes out carries Seoul's offset. */
class JsonBodiesTest {

    private static final Annotation[] NONE = {};

    record Slot(String title, @Nullable Instant start, int minutes) {}

    record Answer(
            Instant at,
            Duration length,
            Optional<String> note,
            @Nullable String missing) {}

    private final JsonBodies bodies = new JsonBodies();

    @SuppressWarnings("unchecked")
    private <T> T read(Class<T> type, String text) {
        try {
            return (T) bodies.readFrom(
                    (Class<Object>) type,
                    type,
                    NONE,
                    MediaType.APPLICATION_JSON_TYPE,
                    new jakarta.ws.rs.core.MultivaluedHashMap<>(),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            bodies.writeTo(
                    value,
                    value.getClass(),
                    value.getClass(),
                    NONE,
                    MediaType.APPLICATION_JSON_TYPE,
                    new jakarta.ws.rs.core.MultivaluedHashMap<>(),
                    out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_fraction_where_a_whole_number_is_asked_for_is_an_error_and_not_cut_off() {
        assertThatThrownBy(() -> read(Slot.class, "{\"title\":\"니트\",\"minutes\":33.9}"))
                .isInstanceOf(BadBodyException.class)
                .hasMessageContaining("minutes");
    }

    @Test
    void an_instant_may_come_with_any_offset() {
        Instant eight = Instant.parse("2026-11-27T11:00:00Z");
        for (String text : new String[] {
            "2026-11-27T20:00:00+09:00", "2026-11-27T11:00:00Z", "2026-11-27T06:00:00-05:00", "2026-11-27T20:00+09:00"
        }) {
            assertThat(read(Slot.class, "{\"title\":\"니트\",\"start\":\"" + text + "\",\"minutes\":60}")
                            .start())
                    .as(text)
                    .isEqualTo(eight);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-27T20:00:00\"",
                "\"2026-11-27\"",
                "\"\"",
                "\"오후 8시\"",
                "1795777200",
                "true",
                "{}",
                "[]"
            })
    void an_instant_without_an_offset_is_refused(String start) {
        assertThatThrownBy(() -> read(Slot.class, "{\"title\":\"니트\",\"start\":" + start + ",\"minutes\":60}"))
                .isInstanceOf(BadBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"니트\",\"minutes\":60,\"price\":1}",
                "{\"title\":\"니트\",\"minutes\":null}",
                "{\"title\":\"니트\",\"minutes\":\"many\"}",
                "{\"title\":\"니트\"",
                "[]",
                "\"니트\"",
                "null",
                ""
            })
    void what_is_not_the_operations_body_is_refused(String body) {
        assertThatThrownBy(() -> read(Slot.class, body)).isInstanceOf(BadBodyException.class);
    }

    @Test
    void what_a_refused_body_is_told_names_the_field_and_no_class_of_ours() {
        assertThatThrownBy(() -> read(Slot.class, "{\"title\":\"니트\",\"minutes\":60,\"price\":1}"))
                .hasMessageContaining("price")
                .hasMessageNotContaining("live.onair");
        assertThatThrownBy(() -> read(Shows.Schedule.class, "{\"start\":\"2026-11-27T20:00:00\"}"))
                .hasMessageContaining("offset")
                .hasMessageNotContaining("live.onair");
        assertThatThrownBy(() -> read(Shows.Schedule.class, "{\"feed\":{\"source\":\"TAPE\"}}"))
                .hasMessageNotContaining("live.onair");
    }

    @Test
    void what_is_written_carries_seouls_offset_and_leaves_out_what_is_not_there() {
        assertThat(written(new Answer(
                        Instant.parse("2026-11-27T11:00:00Z"), Duration.ofMinutes(90), Optional.empty(), null)))
                .isEqualTo("{\"at\":\"2026-11-27T20:00:00+09:00\",\"length\":\"PT1H30M\"}");
        assertThat(written(
                        new Answer(Instant.parse("2026-11-27T15:00:00.250Z"), Duration.ZERO, Optional.of("자정"), "x")))
                .isEqualTo("{\"at\":\"2026-11-28T00:00:00.25+09:00\",\"length\":\"PT0S\",\"note\":\"자정\","
                        + "\"missing\":\"x\"}");
    }

    @Test
    void text_and_bytes_are_left_to_others() {
        assertThat(bodies.isWriteable(String.class, String.class, NONE, MediaType.APPLICATION_JSON_TYPE))
                .isFalse();
        assertThat(bodies.isWriteable(byte[].class, byte[].class, NONE, MediaType.APPLICATION_JSON_TYPE))
                .isFalse();
        assertThat(bodies.isWriteable(Answer.class, Answer.class, NONE, MediaType.APPLICATION_JSON_TYPE))
                .isTrue();
    }
}
