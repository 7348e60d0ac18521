package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.feed.OtherUnit;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A field of a definition, ready to be computed.
 *
 * @param name its name
 * @param schema of its values
 * @param generator makes values of the schema
 * @param otherUnit a unit its values might be sent in by mistake
 */
record CompiledField(
        String name,
        Schema schema,
        Generator generator,
        @Nullable OtherUnit otherUnit) {}
