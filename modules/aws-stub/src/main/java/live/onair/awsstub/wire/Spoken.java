package live.onair.awsstub.wire;

/** The protocols in which AWS's services are spoken to. */
public enum Spoken {
    REST_JSON,
    REST_XML,
    QUERY,
    AWS_JSON,
    RPC_CBOR;

    /** Newer clients speak CBOR to a service that older ones ask by query: the request itself says what it is. */
    static Spoken in(Request request, ServiceModel service) {
        if (request.header("smithy-protocol").isPresent()) {
            return RPC_CBOR;
        }
        if (request.header("x-amz-target").isPresent()) {
            return AWS_JSON;
        }
        if (service.speaks("query")) {
            return QUERY;
        }
        return service.speaks("rest-xml") ? REST_XML : REST_JSON;
    }

    public boolean xml() {
        return this == REST_XML || this == QUERY;
    }
}
