package io.nrtstreams.bench.sink;

import java.net.URI;

/**
 * What a child JVM is to run.
 *
 * @param subject what it measures
 * @param plugin the plugin's folder, empty without one
 * @param endpoint where the S3 endpoint listens
 * @param bucket of this run, which is there and empty
 * @param workload what is done
 */
public record RunOrder(Subject subject, String plugin, URI endpoint, String bucket, Workload workload) {}
