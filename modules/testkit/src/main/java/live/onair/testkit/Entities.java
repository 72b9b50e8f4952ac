package live.onair.testkit;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;
import java.util.TreeSet;

/** The CDI scan doubles as the entity scan: the persistence unit has what is on this room's class path. */
public class Entities implements Extension {

    private final Set<String> names = new TreeSet<>();

    <T> void see(
            @Observes @WithAnnotations({Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class})
                    ProcessAnnotatedType<T> event) {
        AnnotatedType<T> type = event.getAnnotatedType();
        boolean converter = type.isAnnotationPresent(Converter.class);
        if (converter
                || type.isAnnotationPresent(Entity.class)
                || type.isAnnotationPresent(Embeddable.class)
                || type.isAnnotationPresent(MappedSuperclass.class)) {
            names.add(type.getJavaClass().getName());
            if (!converter) {
                event.veto();
            }
        }
    }

    Set<String> names() {
        return names;
    }
}
