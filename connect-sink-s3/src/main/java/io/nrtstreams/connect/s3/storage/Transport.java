package io.nrtstreams.connect.s3.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How requests travel.
 *
 * @param connections how many requests may run at the same time
 * @param connect how long a connection may take to be made
 * @param read how long nothing may arrive where something is awaited
 * @param request how long one try of a request may take in all, so that one that hangs ends
 * @param proxy the way out; empty for the one that the JVM's properties or the environment name, if any
 */
public record Transport(int connections, Duration connect, Duration read, Duration request, Optional<Proxy> proxy) {
    /** So many connections with the default time limits. */
    public static Transport of(int connections) {
        return new Transport(
                connections, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Optional.empty());
    }

    /** This, with no time limit above {@code most}. */
    Transport within(Duration most) {
        return new Transport(connections, least(connect, most), least(read, most), least(request, most), proxy);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * A proxy for HTTP, with which TLS is tunnelled.
     *
     * @param address scheme, host and port
     * @param login user and password, where it asks for them
     * @param bypassed hosts that are reached without it, {@code *} standing for any text
     */
    public record Proxy(URI address, Optional<Login> login, Set<String> bypassed) {
        public Proxy {
            bypassed = Set.copyOf(bypassed);
        }
    }

    /** User and password of a proxy. */
    public record Login(String user, String password) {
        /** Does not show the password. */
        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }
}
