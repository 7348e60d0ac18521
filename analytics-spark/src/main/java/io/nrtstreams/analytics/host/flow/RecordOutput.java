package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.row.TopicRecord;

/** Takes what a task writes to topics. Used by one thread. */
public interface RecordOutput {

    /** A record of a query's sink, without partition and offset. */
    void accept(HostedQuery query, TopicRecord record);

    void log(ProcessingLog.Entry entry);
}
