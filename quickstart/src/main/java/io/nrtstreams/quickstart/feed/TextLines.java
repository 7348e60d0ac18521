package io.nrtstreams.quickstart.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** For people: key, time, headers if there are some, the value, and the truth if it is asked for, with two blanks between them. */
final class TextLines implements FeedFormat {
    /** Always to the millisecond, so that values begin in one column. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonValues values = new JsonValues();

    @Override
    public String line(FeedRecord printed) {
        SourceRecord record = printed.record();
        StringBuilder line = new StringBuilder();
        line.append(text(record.keySchema(), record.key()));
        line.append("  ").append(TIME.format(Instant.ofEpochMilli(record.timestamp())));
        for (Header header : record.headers()) {
            line.append("  ").append(header.key()).append('=').append(text(header.schema(), header.value()));
        }
        line.append("  ").append(text(record.valueSchema(), record.value()));
        printed.truth().ifPresent(truth -> line.append("  truth=").append(Json.text(truth)));
        return line.toString();
    }

    private String text(@Nullable Schema schema, @Nullable Object value) {
        return value instanceof String text ? text : values.json(schema, value);
    }
}
