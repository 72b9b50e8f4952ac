package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.S3;

import java.io.ByteArrayOutputStream;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** What Onair may ask of the bucket. What it writes are small texts: a body is part of the operation, not of the request. */
public final class S3Operations {

    public static final AwsOperation<S3Client, ListObjectsV2Request, ListObjectsV2Response> LIST =
            read(S3, "ListObjectsV2", S3Client::listObjectsV2);
    public static final AwsOperation<S3Client, HeadObjectRequest, HeadObjectResponse> HEAD =
            read(S3, "HeadObject", S3Client::headObject);
    public static final AwsOperation<S3Client, CopyObjectRequest, CopyObjectResponse> COPY =
            write(S3, "CopyObject", S3Client::copyObject, "s3:GetObject");
    public static final AwsOperation<S3Client, DeleteObjectRequest, DeleteObjectResponse> DELETE =
            write(S3, "DeleteObject", S3Client::deleteObject);
    public static final AwsOperation<S3Client, DeleteObjectsRequest, DeleteObjectsResponse> DELETE_MANY =
            write(S3, "DeleteObjects", S3Client::deleteObjects);

    private S3Operations() {}

    /** Writes the object's content there. */
    public static AwsOperation<S3Client, GetObjectRequest, GetObjectResponse> get(ByteArrayOutputStream there) {
        return read(
                S3,
                "GetObject",
                (client, request) -> client.getObject(request, (answer, content) -> {
                    // An attempt before may have brought a part.
                    there.reset();
                    content.transferTo(there);
                    return answer;
                }));
    }

    /** Writes this content; the request names its MD5, so that a plan's hash covers it and S3 checks it. */
    public static AwsOperation<S3Client, PutObjectRequest, PutObjectResponse> put(byte[] content) {
        return write(S3, "PutObject", (client, request) -> client.putObject(request, RequestBody.fromBytes(content)));
    }

    /** What manifests need. */
    public static List<AwsOperation<?, ?, ?>> ofManifests() {
        return List.of(LIST, put(new byte[0]), DELETE_MANY);
    }

    /** What chats need. */
    public static List<AwsOperation<?, ?, ?>> ofChats() {
        return List.of(LIST, get(new ByteArrayOutputStream()), put(new byte[0]), DELETE_MANY);
    }

    /** What recordings that are disputed about need. */
    public static List<AwsOperation<?, ?, ?>> ofDisputes() {
        return List.of(LIST, HEAD, get(new ByteArrayOutputStream()), COPY, put(new byte[0]), DELETE_MANY);
    }

    /** What recordings and slates need. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(LIST, get(new ByteArrayOutputStream()), put(new byte[0]), DELETE);
    }
}
