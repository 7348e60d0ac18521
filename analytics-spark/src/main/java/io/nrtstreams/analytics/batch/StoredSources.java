package io.nrtstreams.analytics.batch;

import io.nrtstreams.analytics.batch.history.Location;
import io.nrtstreams.analytics.batch.history.ObjectFolder;
import io.nrtstreams.analytics.batch.history.StoredFormat;
import io.nrtstreams.analytics.batch.history.StoredRows;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.type.Column;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads streams and tables over objects row by row, without Spark.
 *
 * @param hadoop how S3 is reached
 */
public record StoredSources(Configuration hadoop) {

    /** With the S3 that Spark is set up for. */
    public static StoredSources on(SparkRuntime spark) {
        return new StoredSources(spark.session().sparkContext().hadoopConfiguration());
    }

    /**
     * All rows in the source's columns, ordered by the objects' names.
     *
     * @param source one with a location
     * @throws IOException when the objects cannot be listed
     */
    public StoredRows rows(DataSource source) throws IOException {
        StoredFormat format = StoredFormat.of(source.layout().valueFormat().name());
        List<Column> columns = source.schema().value();
        Location location = Location.parse(source.layout().topic());
        return ObjectFolder.rows(ObjectFolder.list(location, format, columns, hadoop), format, columns, hadoop);
    }
}
