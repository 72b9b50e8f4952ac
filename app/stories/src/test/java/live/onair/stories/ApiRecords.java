package live.onair.stories;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Every type of ours that the API's operations take and give, with what is inside it: each has a schema in the document. */
final class ApiRecords {

    private final Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

    private ApiRecords() {}

    static Set<Class<?>> all() {
        ApiRecords records = new ApiRecords();
        RoleMatrix.ONAIR.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> Arrays.stream(type.reflect().getMethods()))
                .filter(ApiRecords::isOperation)
                .forEach(records::learn);
        return records.found;
    }

    private static boolean isOperation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
    }

    private void learn(Method method) {
        learn(method.getGenericReturnType());
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getAnnotations().length == 0) {
                learn(parameter.getParameterizedType());
            }
        }
        for (APIResponse answer : method.getAnnotationsByType(APIResponse.class)) {
            for (Content content : answer.content()) {
                learn(content.schema().implementation());
            }
        }
    }

    private void learn(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            learn(parameterized.getRawType());
            List.of(parameterized.getActualTypeArguments()).forEach(this::learn);
        } else if (type instanceof WildcardType wildcard) {
            List.of(wildcard.getUpperBounds()).forEach(this::learn);
        } else if (type instanceof GenericArrayType array) {
            learn(array.getGenericComponentType());
        } else if (type instanceof Class<?> known) {
            learnClass(known);
        }
    }

    private void learnClass(Class<?> type) {
        if (type.isArray()) {
            learnClass(type.getComponentType());
        } else if (type.getName().startsWith("live.onair.") && found.add(type) && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                learn(component.getGenericType());
            }
        }
    }
}
