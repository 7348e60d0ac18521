package io.nrtstreams.quickstart.s3;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 endpoint over a folder: a bucket is a folder, an object a file in it, so that everything survives a kill. Requests
 * must be signed with the key pair of the environment variables {@code NRT_S3_ACCESS_KEY} and
 * {@code NRT_S3_SECRET_KEY}.
 */
public final class S3Endpoint {
    private S3Endpoint() {}

    /**
     * Serves until the JVM is told to end.
     *
     * @param args the address to listen on, e.g. {@code http://127.0.0.1:19000}; the folder; the bucket to make
     * @throws Exception if the endpoint does not start
     */
    public static void main(String[] args) throws Exception {
        URI address = URI.create(args[0]);
        Path folder = Path.of(args[1]);
        Files.createDirectories(folder.resolve(args[2]));
        UnfinishedWrites.remove(folder);
        S3Proxy endpoint = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(address)
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, variable("NRT_S3_ACCESS_KEY"), variable("NRT_S3_SECRET_KEY"))
                // The transfer manager's multipart uploads carry a header that the endpoint does not know.
                .ignoreUnknownHeaders(true)
                .build();
        endpoint.start();
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }
}
