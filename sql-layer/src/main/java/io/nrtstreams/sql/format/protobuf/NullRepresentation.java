package io.nrtstreams.sql.format.protobuf;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import java.util.List;
import java.util.Locale;

/** How a null primitive is told from its default value. */
enum NullRepresentation {
    /** Not at all: null becomes 0, false or the empty text. */
    NONE,
    /** Fields are {@code optional}. */
    OPTIONAL,
    /** Primitives stand inside messages such as {@code google.protobuf.Int32Value}. */
    WRAPPER;

    static final String PROPERTY = "PROTOBUF_NULLABLE_REPRESENTATION";

    private static final List<String> NAMES = List.of(OPTIONAL.name(), WRAPPER.name());

    static NullRepresentation of(FormatSpec spec, Part part) {
        String given = spec.properties().get(PROPERTY);
        if (given == null) {
            return NONE;
        }
        String name = given.trim().toUpperCase(Locale.ROOT);
        if (!NAMES.contains(name)) {
            throw new SqlException(
                    part + "_" + PROPERTY + " must be OPTIONAL or WRAPPER." + Suggestions.didYouMean(name, NAMES));
        }
        return valueOf(name);
    }
}
