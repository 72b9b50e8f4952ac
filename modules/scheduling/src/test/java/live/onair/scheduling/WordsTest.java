package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.Passage.AutoReason;
import live.onair.scheduling.ShowState.Health;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    private static final List<Class<?>> FACADES = List.of(
            Shows.class,
            Lifecycle.class,
            Channels.class,
            Resources.class,
            Gate.class,
            Interruptions.class,
            ClockHold.class,
            OnAirList.class,
            StreamMarks.class);

    private static void bothLanguages(String ko, String en) {
        assertThat(ko).as(en).containsPattern(HANGUL);
        assertThat(en).as(ko).isNotBlank().doesNotContainPattern(HANGUL);
    }

    @Test
    void every_state_health_source_and_alarm_has_a_word_in_both_languages() {
        Stream.of(ShowState.values()).forEach(s -> bothLanguages(s.ko(), s.en()));
        Stream.of(Health.values()).forEach(h -> bothLanguages(h.ko(), h.en()));
        Stream.of(Shows.Source.values()).forEach(s -> bothLanguages(s.ko(), s.en()));
        Stream.of(Resources.Kind.values()).forEach(k -> bothLanguages(k.ko(), k.en()));
        Stream.of(AlarmKind.values()).forEach(k -> {
            bothLanguages(k.ko(), k.en());
            bothLanguages(k.words().nextKo(), k.words().nextEn());
        });
    }

    @Test
    void every_refusal_names_the_same_facts_in_both_languages_but_for_the_words_of_states() {
        for (ShowRefusal refusal : ShowRefusal.values()) {
            bothLanguages(refusal.ko(), refusal.en());
            assertThat(facts(refusal.ko().replace("Ko}", "}")))
                    .as(refusal.name())
                    .containsAll(facts(refusal.en().replace("En}", "}")).stream()
                            .filter(fact -> !fact.equals("show"))
                            .toList());
        }
    }

    private static Set<String> facts(String sentence) {
        Set<String> found = new HashSet<>();
        FACT.matcher(sentence).results().forEach(r -> found.add(r.group(1)));
        return found;
    }

    @Test
    void automatic_reasons_are_read_as_sentences_and_typed_ones_stay() {
        for (AutoReason reason : AutoReason.values()) {
            bothLanguages(
                    AutoReason.sentence(reason.code(), Locale.KOREAN),
                    AutoReason.sentence(reason.code(), Locale.ENGLISH));
        }
        assertThat(AutoReason.sentence("auto:changed (title)", Locale.ENGLISH)).endsWith("(title)");
        assertThat(AutoReason.sentence("출연자 사정", Locale.ENGLISH)).isEqualTo("출연자 사정");
    }

    @Test
    void every_facade_method_says_who_may_call_it_and_every_command_has_a_name_of_its_own() {
        Set<String> ids = new HashSet<>();
        for (Class<?> facade : FACADES) {
            assertThat(facade).hasAnnotation(Guarded.class);
            for (Method method : facade.getDeclaredMethods()) {
                if (!java.lang.reflect.Modifier.isPublic(method.getModifiers()) || method.isSynthetic()) {
                    continue;
                }
                assertThat(method.getAnnotation(AllowedTo.class))
                        .as(method.toString())
                        .isNotNull();
                Action action = method.getAnnotation(Action.class);
                if (action != null) {
                    assertThat(method.getReturnType()).isEqualTo(Outcome.class);
                    bothLanguages(action.ko(), action.en());
                    assertThat(ids.add(action.id())).as(action.id()).isTrue();
                }
            }
        }
        assertThat(ids).hasSizeGreaterThan(25);
        assertThat(Arrays.stream(ClockHold.Reconciliation.class.getMethods()).map(Method::getName))
                .contains("putAll", "tick");
    }
}
