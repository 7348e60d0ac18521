package io.nrtstreams.analytics.query.print;

import io.nrtstreams.analytics.query.read.TopicReading;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.type.SqlTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A PRINT on its way: a line for each record, and one for each guess at the formats. */
final class PrintRun implements QueryRun {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ResultHeader header;
    private final TopicReading reading;
    private final PrintedSide keys;
    private final PrintedSide values;
    private final long interval;
    private long seen;
    private long wanted;

    PrintRun(String id, Statement.PrintTopic print, TopicReading reading, PrintedSide keys, PrintedSide values) {
        this.header = new ResultHeader(Optional.of(id), List.of(new ResultColumn("RECORD", SqlTypes.STRING, false)));
        this.reading = reading;
        this.keys = keys;
        this.values = values;
        this.interval = Math.max(1, print.interval().orElse(1L));
        this.wanted = print.limit().orElse(Long.MAX_VALUE);
    }

    @Override
    public ResultHeader header() {
        return header;
    }

    @Override
    public Rows poll(Duration timeout) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        if (wanted > 0) {
            List<ConsumerRecord<byte[], byte[]>> chosen = chosen(reading.next(timeout));
            for (ConsumerRecord<byte[], byte[]> record : chosen) {
                keys.see(record.key());
                values.see(record.value());
            }
            if (!chosen.isEmpty()) {
                keys.tellFormat(lines);
                values.tellFormat(lines);
            }
            chosen.forEach(record -> lines.add(line(record)));
            wanted -= chosen.size();
        }
        List<ResultRow> rows =
                lines.stream().map(line -> new ResultRow(List.of(line), false)).toList();
        return new Rows(rows, wanted == 0 || reading.isClosed(), Optional.empty());
    }

    private List<ConsumerRecord<byte[], byte[]>> chosen(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> chosen = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (seen % interval == 0 && chosen.size() < wanted) {
                chosen.add(record);
            }
            seen++;
        }
        return chosen;
    }

    private String line(ConsumerRecord<byte[], byte[]> record) {
        return "rowtime: " + TIME.format(Instant.ofEpochMilli(record.timestamp())) + ", key: " + keys.text(record.key())
                + ", value: " + values.text(record.value()) + ", partition: " + record.partition() + ", offset: "
                + record.offset();
    }

    @Override
    public void close() {
        reading.close();
    }
}
