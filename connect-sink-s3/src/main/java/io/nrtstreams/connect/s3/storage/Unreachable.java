package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;

/** What it means that a request had no answer at all. */
final class Unreachable {
    private final StoreSettings settings;
    private volatile boolean hasAnswered;

    Unreachable(StoreSettings settings) {
        this.settings = settings;
    }

    /** Who had credentials before will get them again, once what gives them out has recovered. */
    void hasAnswered() {
        hasAnswered = true;
    }

    StoreException explained(String start, RuntimeException failure) {
        if (isAboutCredentials(failure)) {
            Kind kind = hasAnswered ? Kind.TRANSIENT : Kind.PERMANENT;
            return new StoreException(kind, Concern.CREDENTIALS, start + noCredentials(), failure);
        }
        if (hasCause(failure, CertificateException.class) || hasCause(failure, SSLPeerUnverifiedException.class)) {
            return new StoreException(
                    Kind.PERMANENT,
                    Concern.ENDPOINT,
                    start + "the certificate of " + host()
                            + " is not trusted; give the worker's JVM a trust store that has"
                            + " its issuer (-Djavax.net.ssl.trustStore), and check that s3.endpoint is the name in it",
                    failure);
        }
        if (speaksNoTls(failure)) {
            return new StoreException(
                    Kind.PERMANENT,
                    Concern.ENDPOINT,
                    start + host() + " does not speak TLS; s3.endpoint begins with https where http is meant",
                    failure);
        }
        if (hasCause(failure, XMLStreamException.class) || hasCause(failure, IncompleteAnswer.class)) {
            return new StoreException(Kind.TRANSIENT, Concern.ENDPOINT, start + noWholeAnswer(), failure);
        }
        return new StoreException(Kind.TRANSIENT, concern(), start + mayPass(failure), failure);
    }

    private String mayPass(RuntimeException failure) {
        if (hasCause(failure, UnknownHostException.class)) {
            return "the name " + host() + " is not known; check s3.endpoint, s3.region and the worker's name service";
        }
        if (hasCause(failure, SSLException.class)) {
            return "TLS with " + host() + " fails; check what stands between, and which versions it speaks";
        }
        if (isConnectTimeout(failure)) {
            return "no connection to " + host() + " was made within s3.connect.timeout ("
                    + inWords(settings.transport().connect())
                    + "); check s3.endpoint (https where the store speaks http?), the firewall, and whether a proxy is"
                    + " needed (s3.proxy.url)";
        }
        if (hasCause(failure, ConnectException.class) || hasCause(failure, NoRouteToHostException.class)) {
            return host() + " refuses the connection; check that the store runs, and s3.endpoint with its port";
        }
        if (failure instanceof ApiCallAttemptTimeoutException) {
            return "no answer within s3.request.timeout ("
                    + inWords(settings.transport().request())
                    + "); the store or the network is slow, or the limit too short for s3.part.size";
        }
        if (hasCause(failure, SocketTimeoutException.class)) {
            return host() + " sent nothing for s3.read.timeout ("
                    + inWords(settings.transport().read()) + "); the store or the network is slow";
        }
        return "the connection to " + host() + " broke; check s3.endpoint and the worker's network";
    }

    private String noWholeAnswer() {
        return "the answer of " + host()
                + " was cut off, or what answers is no S3 store; check s3.endpoint with its port";
    }

    private String noCredentials() {
        CredentialSource source = settings.credentials() instanceof CredentialSource.AssumedRole assumed
                ? assumed.base()
                : settings.credentials();
        if (source instanceof CredentialSource.Profile profile) {
            return "the profile " + profile.name() + " gives no credentials; check s3.profile and the worker's"
                    + " ~/.aws/credentials";
        }
        if (source instanceof CredentialSource.Custom custom) {
            return "the class " + custom.className() + " gives no credentials; check its properties below"
                    + " s3.credentials.provider.";
        }
        if (source instanceof CredentialSource.WebIdentity web) {
            return "the token cannot be read from " + web.tokenFile() + "; check s3.web.identity.token.file";
        }
        return "no credentials were found; set s3.access.key.id and s3.secret.access.key,"
                + " or give the worker's environment a role";
    }

    private static boolean isAboutCredentials(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("load credentials") || message.contains("no credentials");
    }

    /** The JDK has no type for it. */
    private static boolean speaksNoTls(RuntimeException failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SSLException
                        && String.valueOf(cause.getMessage()).contains("Unsupported or unrecognized SSL message"));
    }

    /** The HTTP client has a type of its own for it, and the JDK only a text. */
    private static boolean isConnectTimeout(RuntimeException failure) {
        return causes(failure)
                .anyMatch(cause -> cause.getClass().getSimpleName().equals("ConnectTimeoutException")
                        || (cause instanceof SocketTimeoutException
                                && String.valueOf(cause.getMessage()).contains("onnect")));
    }

    static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private Concern concern() {
        return settings.transport().proxy().isPresent() ? Concern.PROXY : Concern.ENDPOINT;
    }

    /** The host that was asked, as far as the settings know. */
    private String host() {
        Optional<String> proxy = settings.transport().proxy().map(one -> "the proxy " + address(one.address()));
        return proxy.or(() -> settings.endpoint().map(Unreachable::address)).orElse("AWS");
    }

    private static String address(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    static String inWords(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + "s" : limit.toMillis() + "ms";
    }
}
