package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.parser.SqlParser;
import java.util.Map;
import java.util.Optional;

/**
 * The topic of the processing log, and the stream over it.
 *
 * @param topic that queries write what went wrong with single records to
 * @param stream its name; empty for none
 */
public record ProcessingLogStream(String topic, Optional<String> stream) {

    void declare(Commands commands, ChangeStatements changes, KafkaAccess kafka) {
        if (kafka.broker().isEmpty()) {
            return;
        }
        if (kafka.topics().partitions(topic).isEmpty()) {
            kafka.topics().create(topic, 1, Optional.empty(), Optional.empty());
        }
        stream.filter(name -> commands.view().catalog().source(name).isEmpty()).ifPresent(name -> {
            for (ParsedStatement parsed : new SqlParser().parse(statement(name))) {
                changes.apply(parsed, Map.of());
            }
        });
    }

    private String statement(String name) {
        return "CREATE STREAM IF NOT EXISTS `" + name
                + "` (`QUERY` STRING, `STEP` STRING, `KIND` STRING, `TOPIC` STRING,"
                + " `PARTITION` INTEGER, `OFFSET` BIGINT, `REASON` STRING)"
                + " WITH (KAFKA_TOPIC='" + topic.replace("'", "''") + "', KEY_FORMAT='NONE', VALUE_FORMAT='JSON');";
    }
}
