package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.FormatRules;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PROTOBUF_NOSR: messages of the columns' schema, without a registry; whoever reads them must know the schema. */
public final class PlainProtobufFormat implements Format {

    @Override
    public String name() {
        return "PROTOBUF_NOSR";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.KEY, Ability.SEVERAL_COLUMNS, Ability.WRAP_SINGLE);
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        FormatRules.check(this, spec, columns, part, Set.of(NullRepresentation.PROPERTY));
        ColumnRules.properties(spec, part);
        ColumnRules.mapKeys(spec, columns);
        message(spec, columns, part);
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        Descriptor message = message(spec, columns, part);
        return new PlainProtobufCodec(
                ProtobufSink.of(message, columns).writer(),
                new ProtobufSource(message.getFile(), columns, NullRepresentation.of(spec, part)));
    }

    private static Descriptor message(FormatSpec spec, List<Column> columns, Part part) {
        return ProtobufSink.message(
                ProtobufFormat.text(Optional.empty(), columns, NullRepresentation.of(spec, part)),
                Optional.empty(),
                "the columns");
    }
}
