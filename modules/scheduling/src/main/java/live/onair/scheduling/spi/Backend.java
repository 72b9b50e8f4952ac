package live.onair.scheduling.spi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Comparator;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** Marks the adapter of one streaming backend; a channel stores which one it lives on. */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
public @interface Backend {

    /** Short stable word: {@code local}, {@code medialive}, {@code ivs}. */
    String value();

    /** The marker as a value, to select an adapter by what a channel stores. */
    final class Named extends AnnotationLiteral<Backend> implements Backend {

        private final String value;

        /** The marker of this backend. */
        public Named(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }

        /** All adapters of a port that has several at a time: the local one counts only where no other says that a thing is its own. */
        public static <T> List<T> localLast(Instance<T> all) {
            Named local = new Named("local");
            return all.handlesStream()
                    .sorted(Comparator.comparing(
                            handle -> handle.getBean().getQualifiers().contains(local)))
                    .map(Instance.Handle::get)
                    .toList();
        }

        /**
         * The adapter of a backend.
         *
         * @throws CloudException {@code INVALID} if this program has none for it
         */
        public static <T> T adapter(Instance<T> all, String backend) {
            Instance<T> found = all.select(new Named(backend));
            if (!found.isResolvable()) {
                throw new CloudException(CloudFault.INVALID, "no adapter for the backend " + backend);
            }
            return found.get();
        }
    }
}
