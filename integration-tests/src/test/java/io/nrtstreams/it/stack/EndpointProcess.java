package io.nrtstreams.it.stack;

import io.nrtstreams.quickstart.Installation;
import io.nrtstreams.quickstart.audit.LakeLocation;
import io.nrtstreams.quickstart.stack.Addresses;
import io.nrtstreams.quickstart.stack.DataFolder;
import io.nrtstreams.quickstart.stack.S3Credentials;
import io.nrtstreams.quickstart.stack.StackParts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The quickstart's S3 endpoint in its own JVM, with its objects in a folder. It can be killed and started again. */
public final class EndpointProcess implements AutoCloseable {
    private static final S3Credentials CREDENTIALS = new S3Credentials("fault-tests", "no secret at all");

    private final DataFolder folder;
    private final Addresses addresses;
    private final ChildProcess process;

    private EndpointProcess(DataFolder folder, Addresses addresses, ChildProcess process) {
        this.folder = folder;
        this.addresses = addresses;
        this.process = process;
    }

    /** Starts an endpoint with an empty bucket, with everything it writes below {@code path}. */
    public static EndpointProcess start(Path path) throws IOException {
        DataFolder folder = DataFolder.open(path);
        Addresses addresses = new Addresses(0, 0, 0, InProcessBroker.freePort(), 0);
        StackParts parts = new StackParts(new Installation(Project.HOME), folder, addresses, CREDENTIALS, 1);
        return new EndpointProcess(folder, addresses, ChildProcess.start(parts.s3()));
    }

    public URI address() {
        return addresses.s3Url();
    }

    public String bucket() {
        return StackParts.BUCKET;
    }

    public String accessKey() {
        return CREDENTIALS.accessKey();
    }

    public String secretKey() {
        return CREDENTIALS.secretKey();
    }

    /** The objects below a prefix, read straight from the endpoint. */
    public LakeLocation lake(String prefix) {
        return new LakeLocation(
                Optional.of(address()), bucket(), prefix, Optional.of(accessKey()), Optional.of(secretKey()));
    }

    /** Where the endpoint keeps the objects below a prefix. */
    public Path objects(String prefix) {
        return folder.path().resolve("s3").resolve(bucket()).resolve(prefix);
    }

    /** Its JVM. */
    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() throws IOException {
        process.close();
        folder.close();
    }
}
