package io.nrtstreams.sql.host;

import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.operator.QueryLog;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;

/** A source's records as rows. */
record Reading(String step, TopicCodec codec, QueryLog log, RowSink next) {

    void process(TopicRecord record) {
        Row row;
        try {
            row = codec.decode(record);
        } catch (DecodeException e) {
            Origin origin = new Origin(record.topic(), record.partition(), record.offset(), record.headers());
            log.add(step, Kind.DECODE, origin, String.valueOf(e.getMessage()));
            return;
        }
        next.accept(row);
    }
}
