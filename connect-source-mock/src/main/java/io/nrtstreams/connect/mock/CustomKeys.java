package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Recommended;
import io.nrtstreams.connect.mock.custom.CustomFeeds;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The configuration keys of feeds that users define. */
final class CustomKeys {
    static final String PREFIX = "custom.";
    static final String DEFINITION = "custom.definition";
    static final String FILE = "custom.file";
    static final String QUICKSTART = "custom.quickstart";
    static final String KEY = "custom.key";

    static final List<String> SOURCES = List.of(DEFINITION, FILE, QUICKSTART);

    private CustomKeys() {}

    static List<Key> all() {
        Recommended shown = Recommended.shownWhere(FeedKeys.FEED, FeedKeys.CUSTOM);
        return List.of(
                Key.string(DEFINITION)
                        .defaultsTo(null)
                        .recommender(shown)
                        .importance(Importance.HIGH)
                        .doc("The definition of the feed as JSON, or an Avro schema with arg.properties, e.g."
                                + " {\"fields\": {\"temperature\": {\"normal\": {\"mean\": 20, \"deviation\": 3}}}}."),
                Key.string(FILE)
                        .defaultsTo(null)
                        .recommender(shown)
                        .importance(Importance.HIGH)
                        .doc("A file with the definition, at this path on every worker, e.g. /etc/feeds/orders.json."),
                Key.string(QUICKSTART)
                        .defaultsTo(null)
                        .recommender(shown.offering(CustomFeeds.quickstarts()))
                        .doc("A definition that comes with the connector, e.g. orders: "
                                + String.join(", ", CustomFeeds.quickstarts()) + "."),
                Key.string(KEY)
                        .defaultsTo(null)
                        .recommender(shown)
                        .doc("The field that becomes the key, e.g. order_id, in place of the definition's."));
    }
}
