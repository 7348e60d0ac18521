package io.nrtstreams.connect.s3.delivery;

import org.apache.kafka.common.TopicPartition;

/**
 * Names a chain of files.
 *
 * @param source topic and partition as the broker knows them
 * @param folder where the files are, prefix included, without a slash at either end
 */
public record ChainId(TopicPartition source, String folder) {}
