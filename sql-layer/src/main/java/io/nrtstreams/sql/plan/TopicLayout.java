package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.type.Schema;
import java.util.Optional;

/** A topic and how rows lie in its records: all that decoding and encoding need. */
public record TopicLayout(
        String topic,
        Schema schema,
        FormatSpec keyFormat,
        FormatSpec valueFormat,
        Optional<KeyWindow> window,
        Optional<TimestampColumn> timestamp) {}
