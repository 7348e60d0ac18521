package io.nrtstreams.connect.mock.output;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Hands over texts. */
record TextRendering(TextForm form) implements Rendering {
    @Override
    public Rendered clean(Struct value) {
        return new Rendered(Schema.STRING_SCHEMA, form.text(value));
    }

    @Override
    public Rendered changed(Map<String, @Nullable Object> tree, Schema clean) {
        return new Rendered(Schema.STRING_SCHEMA, form.text(tree));
    }

    @Override
    public boolean isText() {
        return true;
    }
}
