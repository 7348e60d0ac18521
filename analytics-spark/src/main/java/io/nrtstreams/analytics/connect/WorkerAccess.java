package io.nrtstreams.analytics.connect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the Connect worker is and how long it is waited for.
 *
 * @param url of the REST API of any worker of the group, such as {@code http://127.0.0.1:8083}
 * @param authorization value of the header of that name, when the worker asks for one
 * @param timeout of a single request
 * @param patience how long a request is repeated while the workers rebalance
 * @param settling how long a new connector is watched for a start that fails
 */
public record WorkerAccess(
        URI url, Optional<String> authorization, Duration timeout, Duration patience, Duration settling) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /**
     * A worker with times that fit most: 30 seconds, one minute and 5 seconds.
     *
     * @param credentials USER:PASSWORD; empty when the worker asks for none
     */
    public static WorkerAccess of(URI url, Optional<String> credentials) {
        return new WorkerAccess(url, credentials.map(WorkerAccess::basic), TIMEOUT, PATIENCE, SETTLING);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** The address without credentials that may stand in it. */
    @Override
    public String toString() {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
