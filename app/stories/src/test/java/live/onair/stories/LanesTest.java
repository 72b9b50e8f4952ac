package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two stories run at a time: those that share an app must not be the two. */
class LanesTest {

    @Test
    void who_uses_the_shared_app_runs_one_after_the_other() {
        JavaClasses stories = new ClassFileImporter().importPackages("live.onair.stories");
        List<JavaClass> sharing = stories.stream()
                .filter(story -> story.getSimpleName().endsWith("Test"))
                .filter(story -> story.getTransitiveDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().isEquivalentTo(SharedApp.class)))
                .toList();
        assertThat(sharing)
                .hasSizeGreaterThan(10)
                .allSatisfy(story -> assertThat(story.tryGetAnnotationOfType(Execution.class))
                        .as(story.getSimpleName())
                        .hasValueSatisfying(how -> assertThat(how.value()).isEqualTo(ExecutionMode.SAME_THREAD)));
    }
}
