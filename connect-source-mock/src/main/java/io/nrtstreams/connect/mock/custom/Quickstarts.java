package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.kit.config.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The definitions that come with the connector. They have the names, fields, types and keys of those of Confluent's
 * datagen connector, so that what reads them keeps working; their values are of this project.
 */
final class Quickstarts {
    static final List<String> NAMES = List.of(
            "clickstream",
            "clickstream_codes",
            "clickstream_users",
            "credit_cards",
            "fleet_mgmt_location",
            "gaming_player_activity",
            "inventory",
            "orders",
            "pageviews",
            "product",
            "ratings",
            "stock_trades",
            "stores",
            "syslog_logs",
            "transactions",
            "users");

    private Quickstarts() {}

    /** @throws IllegalArgumentException if there is none of that name */
    static String text(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAMES.contains(lower)) {
            String meant = Suggestions.nearest(lower, NAMES)
                    .map(near -> " (did you mean " + near + "?)")
                    .orElse("");
            throw new IllegalArgumentException("expected one of " + String.join(", ", NAMES) + meant
                    + "; others can be ported as a schema or a definition of their own");
        }
        try (InputStream definition = Quickstarts.class.getResourceAsStream("quickstart/" + lower + ".json")) {
            if (definition == null) {
                throw new IllegalStateException("the definition of " + lower + " is not in the plugin's archive");
            }
            return new String(definition.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
