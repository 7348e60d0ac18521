package io.nrtstreams.it.stack;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.quickstart.audit.LakeLocation;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;

/** An S3 endpoint in the test's own process that keeps its objects in memory and honours conditional writes. */
public final class ObjectEndpoint implements AutoCloseable {
    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "test-secret";

    private final S3Proxy proxy;
    private final BlobStore objects;
    private final String bucket;

    private ObjectEndpoint(S3Proxy proxy, BlobStore objects, String bucket) {
        this.proxy = proxy;
        this.objects = objects;
        this.bucket = bucket;
    }

    /** Starts an endpoint with one empty bucket. */
    public static ObjectEndpoint start(String bucket) throws Exception {
        BlobStore objects = new TransientNio2BlobStore();
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .build();
        proxy.start();
        ObjectEndpoint endpoint = new ObjectEndpoint(proxy, objects, bucket);
        try (ObjectStore store = endpoint.lake("").open()) {
            store.createBucketIfMissing();
        }
        return endpoint;
    }

    /** The objects below a prefix. */
    public LakeLocation lake(String prefix) {
        return new LakeLocation(
                Optional.of(address()), bucket, prefix, Optional.of(ACCESS_KEY), Optional.of(SECRET_KEY));
    }

    /** What the demo's connectors read from the environment of their worker. */
    public Map<String, String> environment() {
        return Map.of(
                "NRT_S3_ENDPOINT",
                address().toString(),
                "NRT_S3_BUCKET",
                bucket,
                "NRT_S3_ACCESS_KEY",
                ACCESS_KEY,
                "NRT_S3_SECRET_KEY",
                SECRET_KEY);
    }

    /** Removes an object behind everybody's back. */
    public void remove(String key) {
        objects.removeBlob(bucket, key);
    }

    /** Copies an object behind everybody's back. */
    public void copy(String from, String to) {
        objects.copyBlob(CopyObjectRequest.builder()
                .sourceBucket(bucket)
                .sourceKey(from)
                .destinationBucket(bucket)
                .destinationKey(to)
                .build());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new AssertionError("the S3 endpoint does not stop", e);
        }
    }
}
