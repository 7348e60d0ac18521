package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.feed.NativeForm;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A definition that has no mistakes.
 *
 * @param name of the feed and its schema
 * @param topic where records go by default, null if the configuration has to say so
 * @param devices how many
 * @param rate records per second by default
 * @param key place of the field that is the key, below 0 for none
 * @param nativeForm how the device writes its value
 * @param schema of the values
 * @param fields in the order of the schema
 * @param order places of the fields in an order in which each comes after those it refers to
 */
record Definition(
        String name,
        @Nullable String topic,
        int devices,
        double rate,
        int key,
        NativeForm nativeForm,
        Schema schema,
        List<CompiledField> fields,
        List<Integer> order) {}
