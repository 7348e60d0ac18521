package io.nrtstreams.analytics.sql.settings;

import io.nrtstreams.analytics.sql.SessionProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Writes the page of a server's settings from their definition. */
public final class SettingsPage {

    private SettingsPage() {}

    /** The page as Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Settings of the SQL server

                <!-- Written by the build from the code. Change the code, not this page. -->

                A server reads them from a file of properties. Keys that ksqlDB has too have its names. Settings of Kafka's
                clients are taken as they are where they concern security (`security.protocol`, `sasl.…`, `ssl.truststore.…`), and
                any behind `ksql.streams.`; `ssl.keystore.…` alone is for the HTTP listener.
                """);
        ConfigDef definition = ServerKeys.definition();
        for (String group : definition.groups()) {
            page.append("\n## ").append(group).append("\n\n");
            page.append("| key | type | default | accepts | meaning |\n| --- | --- | --- | --- | --- |\n");
            definition.configKeys().values().stream()
                    .filter(key -> group.equals(key.group))
                    .sorted(Comparator.comparingInt(key -> key.orderInGroup))
                    .forEach(key -> page.append(row(key)));
        }
        page.append("""

                ## Sessions

                What `SET` sets for one session. In the server's file they are the defaults of all sessions, with or without
                `ksql.streams.` before them; `ALTER SYSTEM` changes them while the server runs.

                | property | values | meaning |
                | --- | --- | --- |
                """);
        SessionProperty.all().forEach(property -> page.append(row(property)));
        return page.toString();
    }

    private static String row(ConfigKey key) {
        return "| "
                + String.join(
                        " | ",
                        List.of(
                                "`" + key.name + "`",
                                key.type.name().toLowerCase(Locale.ROOT),
                                otherwise(key),
                                key.validator == null ? "" : key.validator.toString(),
                                key.documentation))
                + " |\n";
    }

    private static String otherwise(ConfigKey key) {
        String value = key.defaultValue instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(key.defaultValue);
        return value.isEmpty() || key.type == ConfigDef.Type.PASSWORD ? "none" : "`" + value + "`";
    }

    private static String row(SessionProperty property) {
        String values = property.choices().isEmpty() ? "any" : String.join(", ", property.choices());
        return "| `" + property.name() + "` | " + values + " | " + property.meaning() + " |\n";
    }
}
