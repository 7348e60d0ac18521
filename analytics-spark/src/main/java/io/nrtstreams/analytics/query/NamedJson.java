package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.format.json.JsonFormat;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Set;

/** JSON under another name, for rows that come out of objects of that format. */
record NamedJson(String name) implements Format {

    private static final JsonFormat JSON = new JsonFormat();

    @Override
    public Set<Ability> abilities() {
        return JSON.abilities();
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        JSON.validate(FormatSpec.of(JSON.name()), columns, part);
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        return JSON.codec(FormatSpec.of(JSON.name()), columns, part, topic);
    }
}
