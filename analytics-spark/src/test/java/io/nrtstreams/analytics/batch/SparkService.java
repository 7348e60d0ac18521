package io.nrtstreams.analytics.batch;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.query.LiveQueries;
import io.nrtstreams.analytics.query.ObjectPushes;
import io.nrtstreams.analytics.s3.TestS3;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.TestService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** A service over the broker and the S3 endpoint that tests share, of which Spark answers what is more than a look-up. */
public final class SparkService implements AutoCloseable {

    private final AdHocQueries batches;
    private final LiveQueries live;
    private final SqlService service;

    /**
     * Starts one.
     *
     * @param serviceId names its consumers
     * @param folder for its stores
     */
    public SparkService(String serviceId, Path folder) throws IOException, InterruptedException {
        Configuration hadoop = TestSpark.session().sparkContext().hadoopConfiguration();
        TestS3.shared().settings().forEach(hadoop::set);
        SparkRuntime spark = new SparkRuntime(TestSpark.session());
        String address = TestBroker.shared().address();
        SqlEnvironment environment = TestService.environment(serviceId, Map.of("bootstrap.servers", address));
        batches = new AdHocQueries(
                spark, Map.of("bootstrap.servers", address), serviceId, QueryLibraries.builtIn(), AdHocLimits.DEFAULT);
        live = LiveQueries.open(environment, folder, Optional.of(new SparkPulls(batches)));
        ServiceParts others = TestService.parts(environment);
        service = TestService.start(
                environment,
                new ServiceParts(
                        others.runtime(),
                        live.pulls(),
                        new ObjectPushes(live.pushes(), environment, StoredSources.on(spark)),
                        live.prints(),
                        others.connectors(),
                        List.of(live.listener())));
    }

    public SqlService service() {
        return service;
    }

    @Override
    public void close() {
        service.close();
        live.close();
        batches.close();
    }
}
