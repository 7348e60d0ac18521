package io.nrtstreams.analytics.host;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The topics of a job's queries as a source of Spark's, which makes it by name: so jobs leave here what it is to read. */
public final class JobSource implements TableProvider {

    /** The option that names the job. */
    static final String JOB = "job";

    private static final Map<String, JobStream> STREAMS = new ConcurrentHashMap<>();

    /** For Spark. */
    public JobSource() {}

    /** What the source of this name reads from now on. */
    static void register(String job, JobStream stream) {
        STREAMS.put(job, stream);
    }

    static void forget(String job) {
        STREAMS.remove(job);
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return BlockRows.SCHEMA;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new JobTable(Objects.requireNonNull(properties.get(JOB), JOB));
    }

    private record JobTable(String job) implements SupportsRead {

        @Override
        public String name() {
            return "queries of " + job;
        }

        @Override
        @SuppressWarnings("deprecation") // the method that replaces it is made of this one
        public StructType schema() {
            return BlockRows.SCHEMA;
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.MICRO_BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            return () -> new JobScan(job);
        }
    }

    private record JobScan(String job) implements Scan {

        @Override
        public StructType readSchema() {
            return BlockRows.SCHEMA;
        }

        @Override
        public MicroBatchStream toMicroBatchStream(String checkpoint) {
            JobStream stream = STREAMS.get(job);
            if (stream == null) {
                throw new IllegalStateException("the job " + job + " was closed while it started");
            }
            return stream;
        }
    }
}
