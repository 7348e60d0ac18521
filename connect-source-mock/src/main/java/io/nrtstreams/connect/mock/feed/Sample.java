package io.nrtstreams.connect.mock.feed;

import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * A clean record of a device.
 *
 * @param key the record's key, of the feed's key schema
 * @param value of the feed's value schema
 */
public record Sample(@Nullable Object key, Struct value) {}
