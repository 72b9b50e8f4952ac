package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.S3;

import java.io.ByteArrayOutputStream;
import java.util.List;
import live.onair.cloudaws.AwsOperation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** What Onair may ask of the bucket. Its objects are small texts: a body is part of the operation, not of the request. */
final class S3Operations {

    static final AwsOperation<S3Client, ListObjectsV2Request, ListObjectsV2Response> LIST =
            read(S3, "ListObjectsV2", S3Client::listObjectsV2);
    static final AwsOperation<S3Client, DeleteObjectRequest, DeleteObjectResponse> DELETE =
            write(S3, "DeleteObject", S3Client::deleteObject);

    private S3Operations() {}

    /** Writes the object's content there. */
    static AwsOperation<S3Client, GetObjectRequest, GetObjectResponse> get(ByteArrayOutputStream there) {
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
    static AwsOperation<S3Client, PutObjectRequest, PutObjectResponse> put(byte[] content) {
        return write(S3, "PutObject", (client, request) -> client.putObject(request, RequestBody.fromBytes(content)));
    }

    static List<AwsOperation<?, ?, ?>> all() {
        return List.of(LIST, get(new ByteArrayOutputStream()), put(new byte[0]), DELETE);
    }
}
