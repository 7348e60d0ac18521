package io.nrtstreams.sql.registry;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Where a schema registry is and how it is asked.
 *
 * @param urls of the nodes, without user and password; the next one is asked when one does not answer
 * @param timeout of connecting and of each request
 * @param attempts in all, at least one
 * @param pause before the second attempt; it doubles from one attempt to the next
 * @param cacheSize schemas that are kept by id, and ids by schema
 */
public record RegistrySettings(
        List<URI> urls, RegistryCredentials credentials, Duration timeout, int attempts, Duration pause, int cacheSize)
        implements Serializable {

    public RegistrySettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty() || attempts < 1 || cacheSize < 1) {
            throw new IllegalArgumentException("a registry needs a URL, an attempt and room for a schema at least");
        }
        if (urls.stream().anyMatch(url -> url.getUserInfo() != null)) {
            throw new IllegalArgumentException("the URL of a registry must not hold a user; set credentials");
        }
    }

    /** One node with the usual limits: 10 s a request, 4 attempts from 100 ms on, 1,000 schemas. */
    public static RegistrySettings of(URI url) {
        return of(List.of(url), new RegistryCredentials.Anonymous());
    }

    /** Several nodes with the usual limits. */
    public static RegistrySettings of(List<URI> urls, RegistryCredentials credentials) {
        return new RegistrySettings(urls, credentials, Duration.ofSeconds(10), 4, Duration.ofMillis(100), 1000);
    }

    /** A node given as {@code http://user:password@host:port}, with the usual limits; user and password are optional. */
    public static RegistrySettings parse(String url) {
        URI given = uri(url);
        String user = given.getRawUserInfo();
        if (user == null) {
            return of(given);
        }
        URI bare = URI.create(url.replaceFirst("//[^/]*@", "//"));
        int colon = user.indexOf(':');
        return of(
                List.of(bare),
                new RegistryCredentials.Basic(
                        decoded(colon < 0 ? user : user.substring(0, colon)),
                        colon < 0 ? "" : decoded(user.substring(colon + 1))));
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            // Neither the cause nor the text, which may hold a password.
            throw new IllegalArgumentException("the URL of the schema registry is not a URL: " + e.getReason());
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
