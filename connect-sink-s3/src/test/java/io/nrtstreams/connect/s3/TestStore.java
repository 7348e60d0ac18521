package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.ObjectStores;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import io.nrtstreams.connect.s3.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 endpoint in this JVM, one for all tests, with a bucket for each. */
public final class TestStore {
    public static final String KEY_ID = "test";
    public static final String SECRET = "secret";
    private static final S3Proxy PROXY = proxy(new TransientNio2BlobStore());
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private final ObjectStore objects;
    private final String bucket;
    private final URI endpoint;

    private TestStore(String bucket, URI endpoint) {
        this.bucket = bucket;
        this.endpoint = endpoint;
        this.objects =
                ObjectStores.open(StoreSettings.local(bucket, endpoint, new StoreSettings.Credentials(KEY_ID, SECRET)));
        objects.createBucketIfMissing();
    }

    private static S3Proxy proxy(BlobStore blobs) {
        try {
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(blobs)
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, SECRET)
                    .ignoreUnknownHeaders(true)
                    .build();
            proxy.start();
            return proxy;
        } catch (Exception e) {
            throw new IllegalStateException("the S3 endpoint of the tests does not start", e);
        }
    }

    public static URI endpoint() {
        return endpoint(PROXY);
    }

    private static URI endpoint(S3Proxy proxy) {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** A store with a new, empty bucket. */
    public static TestStore empty() {
        return new TestStore("bucket-" + BUCKETS.incrementAndGet(), endpoint());
    }

    /** An empty store at an endpoint of its own, whose blobs are reached through {@code faults}. */
    public static TestStore behind(UnaryOperator<BlobStore> faults) {
        return new TestStore("bucket", endpoint(proxy(faults.apply(new TransientNio2BlobStore()))));
    }

    /** Where this store is. */
    public URI address() {
        return endpoint;
    }

    public ObjectStore objects() {
        return objects;
    }

    public String bucket() {
        return bucket;
    }

    /** Begins an upload in parts as a writer would that is killed then. */
    public void beginUpload(String key) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET)))
                .build()) {
            client.createMultipartUpload(create -> create.bucket(bucket).key(key));
        }
    }

    /** Keys of the links, in order. */
    public List<String> keys() {
        return objects.list("")
                .map(StoredObject::key)
                .filter(key -> !key.contains("_nrt/"))
                .toList();
    }

    public ObjectLink link(String key) {
        return objects.head(key).orElseThrow().link();
    }

    /** The text of an object, uncompressed where its name says gzip. */
    public String text(String key) {
        try (InputStream in = objects.read(key)) {
            byte[] bytes = in.readAllBytes();
            InputStream plain = key.endsWith(".gz")
                    ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                    : new ByteArrayInputStream(bytes);
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines of all links. */
    public List<String> lines() {
        return keys().stream().flatMap(key -> text(key).lines()).toList();
    }
}
