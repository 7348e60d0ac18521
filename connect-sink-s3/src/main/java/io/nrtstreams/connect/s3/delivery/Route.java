package io.nrtstreams.connect.s3.delivery;

/**
 * Where a record of a topic-partition goes: a pure function of the record.
 *
 * @param topic as transforms left it
 * @param path below the topic's folder, without a slash at either end; may be empty
 * @param lane of the record's schema, or empty where the format has no lanes
 */
public record Route(String topic, String path, String lane) {}
