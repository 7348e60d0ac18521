package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.type.Column;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.sources.Filter;
import org.jspecify.annotations.Nullable;

/** A stream, a table or a folder of objects as Spark reads it. Lives where the query is planned. */
interface Relation {

    /** What {@code SELECT *} gives. */
    List<Column> columns();

    /** What can be asked for by name only, such as ROWTIME. */
    List<Column> hidden();

    /**
     * What is to be read, in parts that are read by one task each.
     *
     * @param filters conditions that all rows of the answer will be asked for; parts may be left out that do not meet them
     */
    List<Part> parts(List<Filter> filters);

    /** A part on its way to its task. */
    interface Part extends InputPartition {

        /**
         * Begins to read these columns.
         *
         * @param undecoded counts what is left out
         */
        Rows open(List<String> columns, UndecodedCount undecoded);
    }

    /** The rows of a part. Single-threaded. */
    interface Rows extends AutoCloseable {

        /** The values of the wanted columns in the next row; null at the end. */
        @Nullable Object @Nullable [] next();

        @Override
        void close();
    }

    /** Where tasks find what they read with. */
    record Access(Map<String, String> kafka, String serviceId, QueryLibraries libraries) implements Serializable {

        public Access {
            kafka = Map.copyOf(kafka);
        }

        /** Shows no property's value, as some are secret. */
        @Override
        public String toString() {
            return "Access[serviceId=" + serviceId + "]";
        }
    }
}
