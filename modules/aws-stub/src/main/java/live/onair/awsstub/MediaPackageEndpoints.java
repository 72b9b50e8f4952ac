package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** MediaPackage v2's origin endpoints: manifests for players. */
final class MediaPackageEndpoints extends Script {

    private static final List<String> MANIFESTS =
            List.of("HlsManifests", "LowLatencyHlsManifests", "DashManifests", "MssManifests");
    private static final String[] WRITTEN = {
        "ContainerType",
        "Segment",
        "StartoverWindowSeconds",
        "ForceEndpointErrorConfiguration",
        "UriSeparator",
        "StreamNameOutputMode"
    };

    private final MediaPackages room;

    MediaPackageEndpoints(MediaPackages room) {
        super(room.ground);
        this.room = room;
        act("CreateOriginEndpoint", this::create);
        act("GetOriginEndpoint", input -> endpoint(input).view());
        act("ListOriginEndpoints", this::list);
        act("UpdateOriginEndpoint", this::update);
        act("DeleteOriginEndpoint", this::delete);
        act("ResetOriginEndpointState", this::reset);
    }

    private Resource endpoint(ObjectNode input) {
        return room.endpoints
                .alive(MediaPackages.key(input))
                .orElseThrow(() -> MediaPackages.missing("ORIGIN_ENDPOINT"));
    }

    private Resource channel(ObjectNode input) {
        String key = input.path("ChannelGroupName").asText() + "/"
                + input.path("ChannelName").asText();
        return room.channels.alive(key).orElseThrow(() -> MediaPackages.missing("CHANNEL"));
    }

    private ObjectNode create(ObjectNode input) {
        Resource channel = channel(input);
        check(input);
        return room.once(room.endpoints, input, "CreateOriginEndpoint", () -> {
            ObjectNode tree = Json.object(Map.of(
                    "Arn",
                    channel.arn() + "/originEndpoint/"
                            + input.path("OriginEndpointName").asText(),
                    "Segment",
                    Map.of("SegmentDurationSeconds", 6, "SegmentName", "segment")));
            copy(input, tree, WRITTEN);
            manifests(input, tree);
            return tree;
        });
    }

    // MediaPackage v2 API, ValidationExceptionType: each refusal has its own word there
    private static void check(ObjectNode input) {
        String container = input.path("ContainerType").asText();
        refuse(
                container.equals("TS") && !input.path("DashManifests").isEmpty(),
                "TS_CONTAINER_TYPE_WITH_DASH_MANIFEST",
                "DASH manifests need the container type CMAF");
        refuse(
                container.equals("ISM") && !input.path("HlsManifests").isEmpty(),
                "ISM_CONTAINER_TYPE_WITH_HLS_MANIFEST",
                "HLS manifests do not go with the container type ISM");
        refuse(
                container.equals("CMAF") && !input.path("MssManifests").isEmpty(),
                "CMAF_CONTAINER_TYPE_WITH_MSS_MANIFEST",
                "MSS manifests need the container type ISM");
        Set<String> names = new HashSet<>();
        for (String kind : MANIFESTS) {
            for (JsonNode manifest : input.path(kind)) {
                refuse(
                        !names.add(manifest.path("ManifestName").asText()),
                        "MANIFEST_NAME_COLLISION",
                        "two manifests are named "
                                + manifest.path("ManifestName").asText());
            }
        }
    }

    private static void refuse(boolean wrong, String kind, String sentence) {
        if (wrong) {
            throw new Refused("ValidationException", 400, sentence, Map.of("ValidationExceptionType", kind));
        }
    }

    private void manifests(ObjectNode input, ObjectNode tree) {
        String domain = room.group(input).tree.path("EgressDomain").asText();
        String base = "https://" + domain + "/out/v1/" + MediaPackages.key(input) + "/";
        for (String kind : MANIFESTS) {
            if (!input.has(kind)) {
                continue;
            }
            List<ObjectNode> written = Json.each(input.get(kind))
                    .map(m -> {
                        ObjectNode manifest = m.deepCopy();
                        return manifest.put(
                                "Url", base + manifest.path("ManifestName").asText() + extension(kind));
                    })
                    .toList();
            tree.set(kind, Json.array(written));
        }
    }

    private static String extension(String kind) {
        return switch (kind) {
            case "DashManifests" -> ".mpd";
            case "MssManifests" -> ".ism/Manifest";
            default -> ".m3u8";
        };
    }

    private ObjectNode list(ObjectNode input) {
        ObjectNode page = room.list(
                room.endpoints, channel(input).id, input, "Tags", "ETag", "Segment", "StartoverWindowSeconds");
        // MediaPackage v2 API, OriginEndpointListConfiguration: of a manifest only its names and its address
        Json.each(page.path("Items"))
                .forEach(item -> MANIFESTS.forEach(kind -> Json.each(item.path(kind))
                        .forEach(manifest ->
                                ((ObjectNode) manifest).retain("ManifestName", "ChildManifestName", "Url"))));
        return page;
    }

    // ValidationExceptionType CONTAINER_TYPE_IMMUTABLE
    private ObjectNode update(ObjectNode input) {
        Resource endpoint = endpoint(input);
        refuse(
                !input.path("ContainerType").equals(endpoint.tree.path("ContainerType")),
                "CONTAINER_TYPE_IMMUTABLE",
                "The container type cannot be changed");
        check(input);
        room.update(endpoint, input, WRITTEN);
        endpoint.tree.remove(MANIFESTS);
        manifests(input, endpoint.tree);
        return endpoint.view();
    }

    private ObjectNode delete(ObjectNode input) {
        room.endpoints.remove(MediaPackages.key(input));
        room.forgetPolicy(MediaPackages.key(input));
        return Json.object();
    }

    private ObjectNode reset(ObjectNode input) {
        ObjectNode answer = Json.object(Map.of("ResetAt", ground.time.seconds()));
        copy(endpoint(input).tree, answer, "ChannelGroupName", "ChannelName", "OriginEndpointName", "Arn");
        return answer;
    }
}
