package live.onair.cloudaws.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.CloudFrontOperations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.cloudfront.model.GetKeyGroupRequest;

/** Whether a key group of CloudFront's holds the key by which addresses are signed from here. */
@Singleton
class KeyGroups {

    private final AwsCalls calls;
    private final String key;

    @Inject
    KeyGroups(AwsCalls calls, Config config) {
        this(
                calls,
                config.getOptionalValue("onair.aws.cloudfront.key", String.class)
                        .orElse(""));
    }

    KeyGroups(AwsCalls calls, String key) {
        this.calls = calls;
        this.key = key.strip();
    }

    /** How addresses are signed from here, as this group sees it. */
    enum Signing {
        /** They are not. */
        NONE,
        /** By a key that the group holds. */
        KNOWN,
        /** By a key that is not seen in the group: it is not in it, or the group is not there or cannot be read. */
        UNKNOWN
    }

    /**
     * Asks; of a group that may not be read nothing good is taken for granted.
     *
     * @throws CloudException on any other trouble
     */
    Signing signing(String group) {
        try {
            return calls.find(
                                    CloudFrontOperations.GET_KEY_GROUP,
                                    GetKeyGroupRequest.builder().id(group).build())
                            .filter(found ->
                                    found.keyGroup().keyGroupConfig().items().contains(key))
                            .isPresent()
                    ? Signing.KNOWN
                    : Signing.UNKNOWN;
        } catch (CloudException e) {
            if (e.fault() != CloudFault.DENIED) {
                throw e;
            }
            return Signing.UNKNOWN;
        }
    }
}
