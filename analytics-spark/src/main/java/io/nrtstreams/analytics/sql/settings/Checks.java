package io.nrtstreams.analytics.sql.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Validators that say what is accepted, also in the documentation. Empty values pass: nothing is set. */
final class Checks {

    private Checks() {}

    private record Told(String accepted, Validator check) implements Validator {

        @Override
        public void ensureValid(String name, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                check.ensureValid(name, value);
            }
        }

        @Override
        public String toString() {
            return accepted;
        }
    }

    /** URLs of these schemes with a host. */
    static Validator urls(String... schemes) {
        Set<String> known = Set.of(schemes);
        String accepted = String.join(" or ", List.of(schemes)) + " URL";
        return new Told(accepted, (name, value) -> {
            for (Object one : value instanceof List<?> list ? list : List.of(value)) {
                requireUrl(name, one.toString(), known, accepted);
            }
        });
    }

    private static void requireUrl(String name, String url, Set<String> schemes, String accepted) {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            // Told like any other text that is no such URL.
        }
        throw new ConfigException(name + ": expected a " + accepted + " such as "
                + schemes.iterator().next() + "://127.0.0.1:8088");
    }

    /** Names that can begin the name of a topic. */
    static Validator topicName() {
        Pattern legal = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
        String accepted = "letters, digits, '.', '_' and '-', at most 100";
        return new Told(accepted, (name, value) -> {
            if (!legal.matcher(value.toString()).matches()) {
                throw new ConfigException(name + ": expected " + accepted);
            }
        });
    }

    /** One of these words. */
    static Validator words(String... words) {
        List<String> known = List.of(words);
        String accepted = "one of " + String.join(", ", known);
        return new Told(accepted, (name, value) -> {
            if (!known.contains(value.toString())) {
                throw new ConfigException(name + ": expected " + accepted);
            }
        });
    }
}
