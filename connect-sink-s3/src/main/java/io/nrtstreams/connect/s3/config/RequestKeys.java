package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.s3.storage.Retries;
import io.nrtstreams.connect.s3.storage.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The keys that say how requests travel: attempts, time limits, proxy. */
final class RequestKeys {
    static final String ATTEMPTS = "s3.attempts";
    static final String BACKOFF = "s3.retry.backoff";
    static final String BACKOFF_MAX = "s3.retry.backoff.max";
    static final String CONNECT_TIMEOUT = "s3.connect.timeout";
    static final String READ_TIMEOUT = "s3.read.timeout";
    static final String REQUEST_TIMEOUT = "s3.request.timeout";
    static final String PROXY_URL = "s3.proxy.url";
    static final String PROXY_USER = "s3.proxy.user";
    static final String PROXY_PASSWORD = "s3.proxy.password";
    static final String PROXY_BYPASS = "s3.proxy.bypass";

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private RequestKeys() {}

    static List<Key> keys() {
        return Stream.of(retryKeys(), timeKeys(), proxyKeys())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Key> retryKeys() {
        return List.of(
                Key.of(ATTEMPTS, ConfigDef.Type.INT)
                        .defaultsTo(4)
                        .validator(ConfigDef.Range.between(1, 20))
                        .importance(Importance.LOW)
                        .doc("How often a request is tried at once, with growing pauses, before `retry.timeout` takes"
                                + " over."),
                Key.duration(BACKOFF, MILLISECOND)
                        .defaultsTo("100ms")
                        .importance(Importance.LOW)
                        .doc(
                                "Longest pause before the first retry; it doubles with each, is ten times as long where the"
                                        + " store says that it is too busy, and a random part of it is taken."),
                Key.duration(BACKOFF_MAX, MILLISECOND)
                        .defaultsTo("20s")
                        .importance(Importance.LOW)
                        .doc("Longest pause before any retry."));
    }

    private static List<Key> timeKeys() {
        return List.of(
                Key.duration(CONNECT_TIMEOUT, MILLISECOND)
                        .defaultsTo("5s")
                        .importance(Importance.LOW)
                        .doc("How long a connection to the store may take to be made."),
                Key.duration(READ_TIMEOUT, MILLISECOND)
                        .defaultsTo("30s")
                        .importance(Importance.LOW)
                        .doc("How long nothing may come from the store where an answer is awaited."),
                Key.duration(REQUEST_TIMEOUT, MILLISECOND)
                        .defaultsTo("2m")
                        .importance(Importance.LOW)
                        .doc(
                                "How long one try of a request may take in all; a part of `s3.part.size` must pass the network in"
                                        + " that time."));
    }

    private static List<Key> proxyKeys() {
        return List.of(
                Key.string(PROXY_URL)
                        .validator(Validators.checking("an http or https address", StoreKeys::address))
                        .doc(
                                "HTTP proxy on the way to the store and the token service, e.g. `http://proxy:3128`; without it"
                                        + " the JVM's proxy properties and `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` apply."),
                Key.string(PROXY_USER).doc("User of the proxy, where it asks for one."),
                Key.password(PROXY_PASSWORD).doc("Password that belongs to `s3.proxy.user`."),
                Key.of(PROXY_BYPASS, ConfigDef.Type.LIST)
                        .defaultsTo("")
                        .doc("Hosts that are reached without the proxy, e.g. `localhost,*.internal`."));
    }

    /** Notes what is wrong with the keys taken together. */
    static void check(Values values) {
        if (values.areSound(BACKOFF, BACKOFF_MAX)
                && values.duration(BACKOFF).compareTo(values.duration(BACKOFF_MAX)) > 0) {
            values.problems().add(BACKOFF, "is longer than s3.retry.backoff.max");
        }
        if (values.has(PROXY_PASSWORD) != values.has(PROXY_USER)) {
            String missing = values.has(PROXY_USER) ? PROXY_PASSWORD : PROXY_USER;
            values.problems().add(missing, "expected, as the other half of the login to the proxy is set");
        }
        if (values.has(PROXY_USER) && !values.has(PROXY_URL)) {
            values.problems().add(PROXY_USER, "has a meaning only with s3.proxy.url");
        }
        if (values.areSound(PROXY_BYPASS) && !values.list(PROXY_BYPASS).isEmpty() && !values.has(PROXY_URL)) {
            values.problems().add(PROXY_BYPASS, "has a meaning only with s3.proxy.url");
        }
    }

    static Retries retries(Values values) {
        return new Retries(values.number(ATTEMPTS), values.duration(BACKOFF), values.duration(BACKOFF_MAX));
    }

    /** @param requests how many may run at the same time */
    static Transport transport(Values values, int requests) {
        return new Transport(
                requests,
                values.duration(CONNECT_TIMEOUT),
                values.duration(READ_TIMEOUT),
                values.duration(REQUEST_TIMEOUT),
                proxy(values));
    }

    private static Optional<Transport.Proxy> proxy(Values values) {
        return values.optional(PROXY_URL)
                .map(address -> new Transport.Proxy(
                        StoreKeys.address(address),
                        values.optional(PROXY_USER)
                                .map(user -> new Transport.Login(
                                        user, values.secret(PROXY_PASSWORD).orElseThrow())),
                        Set.copyOf(values.list(PROXY_BYPASS))));
    }
}
