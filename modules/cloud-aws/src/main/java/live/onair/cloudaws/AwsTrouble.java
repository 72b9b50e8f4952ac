package live.onair.cloudaws;

import java.util.Set;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an exception of the SDK means. */
final class AwsTrouble {

    private static final Set<String> CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "MissingAuthenticationToken",
            "AccessDenied",
            "AccessDeniedException",
            "ForbiddenException");
    private static final Set<String> USED_UP =
            Set.of("ServiceQuotaExceededException", "LimitExceededException", "AccountStreamLimitExceededException");
    /** Answered with 400 or 404, and yet nothing is wrong with the request: the thing is in another state. */
    private static final Set<String> OTHERWISE_ENGAGED = Set.of(
            "ChannelNotBroadcasting",
            "ResourceInUseException",
            "VersionMismatchException",
            "TooManyInvalidationsInProgress",
            "PreconditionFailed");
    /** S3's words, answered with 403: a right to read is not what is missing (API reference, GetObject and CopyObject). */
    private static final Set<String> ARCHIVED = Set.of("InvalidObjectState", "ObjectNotInActiveTierError");
    /** Kinesis Video Streams' word for too many calls. */
    private static final String TOO_MANY = "ClientLimitExceededException";

    private AwsTrouble() {}

    static CloudException of(AwsOperation<?, ?, ?> operation, SdkException e) {
        String call = operation.service().word() + " " + operation.name();
        if (e instanceof AwsServiceException answer) {
            if (ARCHIVED.contains(code(answer))) {
                return new ArchivedException(call + ": " + words(answer), e);
            }
            return new CloudException(fault(answer, operation.writes()), call + ": " + words(answer), e);
        }
        if (isWithoutCredentials(e)) {
            return new CloudException(CloudFault.DENIED, call + ": no credentials", e);
        }
        // The request may have arrived: only for a call that writes this matters.
        CloudFault lost = operation.writes() ? CloudFault.UNKNOWN_OUTCOME : CloudFault.UNAVAILABLE;
        return new CloudException(lost, call + ": no answer", e);
    }

    static String requestId(SdkException e) {
        String id = maybeRequestId(e);
        return id == null ? "-" : id;
    }

    /** Null where there was no answer that names one. */
    static @Nullable String maybeRequestId(SdkException e) {
        return e instanceof AwsServiceException answer ? answer.requestId() : null;
    }

    private static CloudFault fault(AwsServiceException answer, boolean writes) {
        String code = code(answer);
        int status = answer.statusCode();
        if (answer.isThrottlingException() || status == 429 || code.equals(TOO_MANY)) {
            return CloudFault.THROTTLED;
        }
        if (CREDENTIALS.contains(code)) {
            return CloudFault.DENIED;
        }
        if (USED_UP.contains(code)) {
            return CloudFault.EXHAUSTED;
        }
        if (OTHERWISE_ENGAGED.contains(code)) {
            return CloudFault.CONFLICT;
        }
        return byStatus(status, code, writes);
    }

    private static CloudFault byStatus(int status, String code, boolean writes) {
        if (status >= 500) {
            return writes ? CloudFault.UNKNOWN_OUTCOME : CloudFault.UNAVAILABLE;
        }
        return switch (status) {
            case 401, 403 -> CloudFault.DENIED;
            case 404 -> CloudFault.NOT_FOUND;
            case 402 -> CloudFault.EXHAUSTED;
            case 409 -> CloudFault.CONFLICT;
            default ->
                code.contains("NotFound") || code.startsWith("NoSuch") ? CloudFault.NOT_FOUND : CloudFault.INVALID;
        };
    }

    private static boolean isWithoutCredentials(SdkException e) {
        String message = e.getMessage();
        return message != null && message.contains("Unable to load credentials");
    }

    private static String words(AwsServiceException answer) {
        return code(answer) + " (" + answer.statusCode() + ", request " + requestId(answer) + ")";
    }

    private static String code(AwsServiceException answer) {
        @Nullable
        String code = answer.awsErrorDetails() == null
                ? null
                : answer.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }
}
