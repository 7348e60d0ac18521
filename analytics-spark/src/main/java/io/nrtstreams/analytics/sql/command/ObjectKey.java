package io.nrtstreams.analytics.sql.command;

import java.util.Locale;
import java.util.Optional;

/** Which thing of a service an entry of the log is about. */
public record ObjectKey(Kind kind, String name) {

    /** The kinds of things. */
    public enum Kind {
        SOURCE,
        QUERY,
        TYPE,
        MODEL,
        /** A property that ALTER SYSTEM set. */
        SETTING;

        String prefix() {
            return name().toLowerCase(Locale.ROOT) + "/";
        }
    }

    /** As the key of a record in the log. */
    String text() {
        return kind.prefix() + name;
    }

    /** The key in a text; empty when it is none, as those of other releases may be. */
    static Optional<ObjectKey> parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix())) {
                return Optional.of(
                        new ObjectKey(kind, text.substring(kind.prefix().length())));
            }
        }
        return Optional.empty();
    }
}
