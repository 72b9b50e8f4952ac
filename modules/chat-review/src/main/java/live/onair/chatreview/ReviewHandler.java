package live.onair.chatreview;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The function that AWS Lambda calls: {@code live.onair.chatreview.ReviewHandler::handle}. It goes by two variables:
 * {@code ONAIR_CHAT_BUCKET}, and {@code ONAIR_CHAT_FOLDER} such as {@code onair/production/chat/}. What it cannot judge it
 * leaves unanswered, and IVS Chat does what the room says for that case: the line is denied.
 */
public final class ReviewHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LONGEST = Duration.ofMillis(120);

    private final ChatReview review;

    /** As Lambda makes it. */
    public ReviewHandler() {
        this(new BucketShelf(
                s3(S3Client.builder().overrideConfiguration(ReviewHandler::inTime)),
                System.getenv("ONAIR_CHAT_BUCKET"),
                System.getenv("ONAIR_CHAT_FOLDER")));
    }

    /** With a bucket at an address of somebody's own; its folder ends with a slash. */
    public ReviewHandler(URI s3, String bucket, String folder) {
        this(new BucketShelf(s3(S3Client.builder().endpointOverride(s3).forcePathStyle(true)), bucket, folder));
    }

    private ReviewHandler(Shelf shelf) {
        review = new ChatReview(shelf, Clock.systemUTC());
    }

    /** IVS Chat waits 200 ms in all: what takes longer is given up, and never tried again. */
    private static void inTime(ClientOverrideConfiguration.Builder calls) {
        calls.apiCallTimeout(LONGEST).retryStrategy(DefaultRetryStrategy.doNotRetry());
    }

    private static S3Client s3(S3ClientBuilder builder) {
        return builder.httpClient(UrlConnectionHttpClient.create()).build();
    }

    /**
     * Answers one request of IVS Chat.
     *
     * @throws IOException for what is none
     */
    public void handle(InputStream asked, OutputStream answer) throws IOException {
        JSON.writeValue(answer, review.answer(JSON.readTree(asked)));
    }
}
