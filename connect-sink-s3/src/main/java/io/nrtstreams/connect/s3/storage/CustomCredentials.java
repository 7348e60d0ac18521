package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.Configurable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials from a class of the user's. */
public final class CustomCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(CustomCredentials.class);

    private CustomCredentials() {}

    /**
     * Looks whether a class can give credentials, without running any of its code.
     *
     * @throws IllegalArgumentException if it cannot; the message says why and what to do
     */
    public static void requireUsable(String className) {
        Class<?> type = type(className);
        if (!AwsCredentialsProvider.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException("expected a class that implements"
                    + " software.amazon.awssdk.auth.credentials.AwsCredentialsProvider of the AWS SDK 2, which "
                    + className + " does not (that of the SDK 1 is another)");
        }
        if (factory(type).isEmpty() && !hasPlainConstructor(type)) {
            throw new IllegalArgumentException("expected a class with a public static create() or a public constructor,"
                    + " either without parameters, which " + className + " has not");
        }
    }

    private static Class<?> type(String className) {
        try {
            return Class.forName(className.trim(), false, CustomCredentials.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException(
                    "the class " + className.trim() + " cannot be loaded ("
                            + e.getClass().getSimpleName()
                            + "); put its jar and what it needs into this plugin's folder",
                    e);
        }
    }

    private static Optional<Method> factory(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("create")
                        && method.getParameterCount() == 0
                        && Modifier.isStatic(method.getModifiers())
                        && AwsCredentialsProvider.class.isAssignableFrom(method.getReturnType()))
                .findFirst();
    }

    private static boolean hasPlainConstructor(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0);
    }

    static AwsCredentialsProvider open(CredentialSource.Custom custom, Opened opened) {
        AwsCredentialsProvider provider = made(custom.className());
        if (provider instanceof AutoCloseable closeable) {
            opened.add((SdkAutoCloseable) () -> close(closeable));
        }
        configure(provider, custom);
        return new Guarded(provider);
    }

    private static void close(AutoCloseable provider) {
        try {
            provider.close();
        } catch (Exception e) {
            LOG.warn(
                    "the class {} of s3.credentials.provider.class does not close",
                    provider.getClass().getName(),
                    e);
        }
    }

    private static AwsCredentialsProvider made(String className) {
        try {
            requireUsable(className);
            Class<?> type = type(className);
            Optional<Method> factory = factory(type);
            Object made = factory.isPresent()
                    ? factory.get().invoke(null)
                    : type.getConstructor().newInstance();
            return (AwsCredentialsProvider) made;
        } catch (InvocationTargetException e) {
            throw unmade(className, "it failed", e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw unmade(className, String.valueOf(e.getMessage()), e);
        }
    }

    private static void configure(AwsCredentialsProvider provider, CredentialSource.Custom custom) {
        if (provider instanceof Configurable configurable) {
            try {
                configurable.configure(custom.properties());
            } catch (RuntimeException e) {
                throw unmade(custom.className(), "it does not take its properties", e);
            }
        } else if (!custom.properties().isEmpty()) {
            throw unmade(
                    custom.className(),
                    "it takes no properties, as it is no org.apache.kafka.common.Configurable; remove "
                            + custom.properties().keySet(),
                    null);
        }
    }

    private static StoreException unmade(String className, String why, @Nullable Throwable cause) {
        return new StoreException(
                Kind.PERMANENT,
                Concern.CREDENTIALS,
                "the class " + className + " of s3.credentials.provider.class cannot be used: " + why,
                cause);
    }

    /** Whatever somebody else's code throws becomes a failure of the SDK that says where it comes from. */
    private record Guarded(AwsCredentialsProvider provider) implements AwsCredentialsProvider {
        @Override
        public AwsCredentials resolveCredentials() {
            try {
                return provider.resolveCredentials();
            } catch (SdkException e) {
                throw e;
            } catch (RuntimeException e) {
                throw SdkClientException.create(
                        "Unable to load credentials from " + provider.getClass().getName(), e);
            }
        }

        /** The name, and not the text of the provider, which may have secrets. */
        @Override
        public String toString() {
            return provider.getClass().getName();
        }
    }
}
