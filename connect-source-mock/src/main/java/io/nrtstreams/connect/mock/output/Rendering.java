package io.nrtstreams.connect.mock.output;

import io.nrtstreams.connect.mock.feed.NativeForm;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Makes what is handed over of a device's value. Not thread-safe. */
public sealed interface Rendering permits StructRendering, MapRendering, TextRendering {
    /** A value as its device sent it. */
    Rendered clean(Struct value);

    /**
     * A value that was changed into something its schema may forbid.
     *
     * @param tree the changed value ({@link Trees})
     * @param clean the schema it had before
     */
    Rendered changed(Map<String, @Nullable Object> tree, Schema clean);

    /** Whether values are texts, which can be cut short. */
    default boolean isText() {
        return false;
    }

    /** The rendering of an output, of a feed whose devices write {@code form}. */
    static Rendering of(Output output, NativeForm form) {
        return switch (output) {
            case STRUCT -> new StructRendering();
            case MAP -> new MapRendering();
            case JSON -> new TextRendering(new JsonText(JsonText.Nulls.WRITTEN));
            case NATIVE -> new TextRendering(TextForm.of(form));
        };
    }
}
