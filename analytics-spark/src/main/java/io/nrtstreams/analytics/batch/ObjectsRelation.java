package io.nrtstreams.analytics.batch;

import io.nrtstreams.analytics.batch.history.Location;
import io.nrtstreams.analytics.batch.history.ObjectFolder;
import io.nrtstreams.analytics.batch.history.ObjectFolder.FolderValue;
import io.nrtstreams.analytics.batch.history.ObjectFolder.Listed;
import io.nrtstreams.analytics.batch.history.StoredFormat;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.plan.LayoutJson;
import io.nrtstreams.sql.type.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.sources.Filter;

/** A folder of objects. Those in folders whose values a condition rules out are not opened. */
final class ObjectsRelation implements Relation {

    /** So many bytes as stored are read by one task, or one object that is larger. */
    private static final long BYTES = 16L << 20;

    private final DataSource source;
    private final Location location;
    private final StoredFormat format;
    private final Configuration hadoop;

    ObjectsRelation(DataSource source, String location, Configuration hadoop) {
        this.source = source;
        this.location = Location.parse(location);
        this.format = StoredFormat.of(source.layout().valueFormat().name());
        this.hadoop = hadoop;
    }

    @Override
    public List<Column> columns() {
        return source.schema().columns();
    }

    @Override
    public List<Column> hidden() {
        return List.of();
    }

    @Override
    public List<Part> parts(List<Filter> filters) {
        String layout = LayoutJson.write(source.layout()).toString();
        List<Part> parts = new ArrayList<>();
        List<Listed> together = new ArrayList<>();
        long bytes = 0;
        for (Listed object : objects()) {
            if (mayHold(object, filters)) {
                if (!together.isEmpty() && bytes + object.size() > BYTES) {
                    parts.add(new ObjectsPart(List.copyOf(together), format, layout));
                    together.clear();
                    bytes = 0;
                }
                together.add(object);
                bytes += object.size();
            }
        }
        if (!together.isEmpty()) {
            parts.add(new ObjectsPart(List.copyOf(together), format, layout));
        }
        return parts;
    }

    private List<Listed> objects() {
        try {
            return ObjectFolder.list(location, format, columns(), hadoop);
        } catch (IOException e) {
            throw SparkFailures.caused(
                    "The objects of " + source.name() + " below " + location + " cannot be listed: " + e.getMessage()
                            + ". Check the bucket, NRT_S3_ENDPOINT and the credentials of the server.",
                    e);
        }
    }

    private boolean mayHold(Listed object, List<Filter> filters) {
        for (Filter filter : filters) {
            for (Column column : columns()) {
                if (isRuledOut(object, column, filter)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isRuledOut(Listed object, Column column, Filter filter) {
        try {
            Optional<FolderValue> value = object.folderValue(column);
            return value.isPresent()
                    && !FolderFilter.mayBe(
                            filter, column.name(), SparkValues.spark(value.get().value()));
        } catch (DecodeException e) {
            // Its rows are counted as undecoded when they are read.
            return false;
        }
    }
}
