package io.nrtstreams.connect.s3.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** The settings of requests in the terms of the SDK, the same for the store and for the service that gives out roles. */
final class HttpTransport {
    private HttpTransport() {}

    static Apache5HttpClient.Builder of(Transport transport) {
        Apache5HttpClient.Builder builder = Apache5HttpClient.builder()
                .maxConnections(transport.connections())
                .connectionTimeout(transport.connect())
                .socketTimeout(transport.read());
        transport.proxy().ifPresent(proxy -> builder.proxyConfiguration(of(proxy)));
        return builder;
    }

    /** What is not set here does not come from the environment either: the configuration's proxy stands alone. */
    private static ProxyConfiguration of(Transport.Proxy proxy) {
        ProxyConfiguration.Builder builder = ProxyConfiguration.builder()
                .endpoint(proxy.address())
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .nonProxyHosts(patterns(proxy.bypassed()));
        proxy.login()
                .ifPresent(login -> builder.username(login.user())
                        .password(login.password())
                        .preemptiveBasicAuthenticationEnabled(true));
        return builder.build();
    }

    /** The SDK takes regular expressions of lower-case host names. */
    private static Set<String> patterns(Set<String> hosts) {
        return hosts.stream()
                .map(host -> Arrays.stream(host.toLowerCase(Locale.ROOT).split("\\*", -1))
                        .map(text -> text.isEmpty() ? "" : Pattern.quote(text))
                        .collect(Collectors.joining(".*")))
                .collect(Collectors.toSet());
    }

    /** Sets the time that one try of a request may take. */
    static ClientOverrideConfiguration.Builder limit(
            ClientOverrideConfiguration.Builder override, StoreSettings settings) {
        return override.apiCallAttemptTimeout(settings.transport().request());
    }

    static StandardRetryStrategy.Builder retries(Retries retries) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(retries.attempts())
                .backoffStrategy(BackoffStrategy.exponentialDelay(retries.backoff(), retries.longest()))
                .throttlingBackoffStrategy(
                        BackoffStrategy.exponentialDelay(retries.whenThrottled(), retries.longest()));
    }
}
