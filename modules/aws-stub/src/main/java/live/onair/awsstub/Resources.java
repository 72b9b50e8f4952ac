package live.onair.awsstub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All things of one kind, in the order in which they were made. What is deleted can be described for a while, never listed. */
final class Resources {

    private final Map<String, Resource> byId = new LinkedHashMap<>();

    Resource add(Resource resource) {
        byId.put(resource.id, resource);
        return resource;
    }

    Optional<Resource> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Resource> alive(String id) {
        return find(id).filter(resource -> !resource.is("DELETED"));
    }

    Optional<Resource> byArn(String arn) {
        return alive().stream().filter(resource -> resource.arn().equals(arn)).findFirst();
    }

    List<Resource> alive() {
        return byId.values().stream()
                .filter(resource -> !resource.is("DELETED"))
                .toList();
    }

    void remove(String id) {
        byId.remove(id);
    }
}
