package io.nrtstreams.connect.s3.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where the credentials of a store come from. None shows a secret in its text. */
public sealed interface CredentialSource {
    /** The fixed credentials, or the default chain if there are none. */
    static CredentialSource of(Optional<StoreSettings.Credentials> fixed) {
        return fixed.<CredentialSource>map(Fixed::new).orElseGet(DefaultChain::new);
    }

    /** The default chain of the AWS SDK: environment, profile, web identity, container, instance role. */
    record DefaultChain() implements CredentialSource {}

    /** A key pair of the configuration. */
    record Fixed(StoreSettings.Credentials credentials) implements CredentialSource {}

    /** A profile of {@code ~/.aws/credentials} and {@code ~/.aws/config}; its region applies where none is set. */
    record Profile(String name) implements CredentialSource {}

    /**
     * A class of the user's: an {@code AwsCredentialsProvider} with a static {@code create()} or a constructor without
     * parameters, and, if it is a Kafka {@code Configurable}, given {@code properties}.
     */
    record Custom(String className, Map<String, String> properties) implements CredentialSource {
        public Custom {
            properties = Map.copyOf(properties);
        }

        /** Shows the names of the properties and not their values. */
        @Override
        public String toString() {
            return "Custom[" + className + " with " + properties.keySet() + "]";
        }
    }

    /** A role assumed with what {@code base} gives. */
    record AssumedRole(CredentialSource base, Role role, Optional<String> externalId, TokenService service)
            implements CredentialSource {}

    /** A role assumed with the token in a file, as Kubernetes mounts it; the file is read again when it is renewed. */
    record WebIdentity(Path tokenFile, Role role, TokenService service) implements CredentialSource {}

    /**
     * A role and how it is assumed.
     *
     * @param arn its Amazon resource name
     * @param sessionName what audit logs call the session
     * @param duration how long credentials are valid before they are fetched anew, 15 min to 12 h
     */
    record Role(String arn, String sessionName, Duration duration) {}

    /**
     * The Security Token Service that gives out roles.
     *
     * @param region empty for the one of the bucket, or else of the environment
     * @param endpoint empty for the one of AWS in that region
     */
    record TokenService(Optional<String> region, Optional<URI> endpoint) {}
}
