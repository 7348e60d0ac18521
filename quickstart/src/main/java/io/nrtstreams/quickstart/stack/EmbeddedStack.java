package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.Installation;
import io.nrtstreams.quickstart.audit.AuditScope;
import io.nrtstreams.quickstart.audit.LakeLocation;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole stack of a data folder. A shutdown hook stops it where the JVM is ended before {@link #close()}.
 *
 * @param folder the data folder, locked by this process
 * @param addresses where the parts listen
 * @param credentials of the S3 endpoint
 * @param environment the variables that connector files and pipelines refer to
 * @param stack the children
 */
public record EmbeddedStack(
        DataFolder folder, Addresses addresses, S3Credentials credentials, Map<String, String> environment, Stack stack)
        implements AutoCloseable {
    /**
     * Starts all parts, the S3 endpoint and the broker, then the topics, then the worker and the analytics, and returns
     * as soon as connectors can be applied. The analytics take longer: {@link #awaitAll()} waits for them.
     *
     * @param topics made where they are missing, before anybody subscribes to them
     * @param progress takes a line for every part that is up
     * @throws CommandFailure if the folder is in use, a port is taken, or a part does not come up; nothing is left
     *     running then
     */
    public static EmbeddedStack start(
            Installation installation, StackSettings settings, Collection<String> topics, Consumer<String> progress) {
        DataFolder folder = DataFolder.open(settings.folder());
        try {
            StaleChildren.clear(folder.path());
            return startOn(folder, installation, settings, topics, progress);
        } catch (CommandFailure e) {
            release(folder);
            throw e;
        }
    }

    private static EmbeddedStack startOn(
            DataFolder folder,
            Installation installation,
            StackSettings settings,
            Collection<String> topics,
            Consumer<String> progress) {
        Addresses addresses = settings.addresses();
        S3Credentials credentials = S3Credentials.of(folder);
        StackParts parts = new StackParts(installation, folder, addresses, credentials, settings.rate());
        // All are described before the first is started: what is missing of the build is found out early.
        Part broker = parts.broker();
        Part s3 = parts.s3();
        Part worker = parts.worker();
        Part analytics = parts.analytics();
        Stack stack = new Stack(folder, addresses, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stack-stop"));
        try {
            stack.launch(broker, s3);
            stack.await(broker, s3);
            Topics.create(addresses.bootstrapServers(), topics);
            stack.launch(worker, analytics);
            stack.await(worker);
            return new EmbeddedStack(folder, addresses, credentials, parts.variables(), stack);
        } catch (CommandFailure e) {
            stack.close();
            throw e;
        }
    }

    /**
     * Waits until every part can be used.
     *
     * @throws CommandFailure if one dies or does not come up
     */
    public void awaitAll() {
        stack.awaitAll();
        stack.announceReady();
    }

    /** What an audit of this stack looks at. */
    public AuditScope auditScope(String prefix) {
        return new AuditScope(
                addresses.bootstrapServers(),
                lake(prefix),
                Optional.of(addresses.connectUrl()),
                environment,
                List.of());
    }

    /** The objects below a prefix of its bucket. */
    public LakeLocation lake(String prefix) {
        return new LakeLocation(
                Optional.of(addresses.s3Url()),
                StackParts.BUCKET,
                prefix,
                Optional.of(credentials.accessKey()),
                Optional.of(credentials.secretKey()));
    }

    /** The seconds that each part took to be up. */
    public Map<String, Double> startSeconds() {
        return stack.startSeconds();
    }

    @Override
    public void close() {
        stack.close();
        release(folder);
    }

    private static void release(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            throw new CommandFailure("The lock of " + folder.path() + " cannot be given back (" + e + ").", e);
        }
    }
}
