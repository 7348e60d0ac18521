package io.nrtstreams.analytics.connect;

import io.nrtstreams.analytics.sql.entity.DescriptionEntity.SourceDescription;
import io.nrtstreams.analytics.sql.entity.FieldInfo;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.plan.TopicLayout;
import java.util.List;

/** What is told of a stream or table beside a connector: its shape, and not how the queries over it fare. */
final class Outlines {

    private Outlines() {}

    static SourceDescription of(DataSource source) {
        TopicLayout layout = source.layout();
        return new SourceDescription(
                source.name(),
                layout.window().map(window -> window.kind().name()).orElse(null),
                List.of(),
                List.of(),
                FieldInfo.of(layout.schema()),
                source.kind().name(),
                layout.timestamp().map(TimestampColumn::column).orElse(""),
                "",
                "",
                false,
                layout.keyFormat().name(),
                layout.valueFormat().name(),
                layout.topic(),
                0,
                0,
                source.statement(),
                List.of(),
                null);
    }
}
