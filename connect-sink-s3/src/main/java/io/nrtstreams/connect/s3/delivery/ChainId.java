package io.nrtstreams.connect.s3.delivery;

import org.apache.kafka.common.TopicPartition;

/**
 * Names a chain of files.
 *
 * @param source topic and partition as the broker knows them
 * @param folder where the files are, prefix included, without a slash at either end
 * @param lane of the files' schema, or empty where the format has no lanes
 */
public record ChainId(TopicPartition source, String folder, String lane) {}
