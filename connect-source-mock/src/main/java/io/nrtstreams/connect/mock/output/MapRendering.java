package io.nrtstreams.connect.mock.output;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Hands over schemaless maps. */
record MapRendering() implements Rendering {
    @Override
    public Rendered clean(Struct value) {
        return new Rendered(null, Trees.of(value));
    }

    @Override
    public Rendered changed(Map<String, @Nullable Object> tree, Schema clean) {
        return new Rendered(null, tree);
    }
}
