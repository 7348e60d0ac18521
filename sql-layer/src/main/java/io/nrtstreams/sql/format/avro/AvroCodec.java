package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.registry.TopicSchemas;
import io.nrtstreams.sql.registry.WirePrefix;
import io.nrtstreams.sql.registry.WriterSchemas;
import io.nrtstreams.sql.registry.WriterSchemas.Prepared;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Rows as Avro behind a schema's id. Reading is prepared once for each schema that records come with. */
final class AvroCodec implements RowCodec {

    private final List<Column> columns;
    private final boolean unwrapped;
    private final TopicSchemas schemas;
    private final AvroSink sink;
    private final WriterSchemas<AvroReader> readers = new WriterSchemas<>(this::prepare);
    private final AvroInput input = new AvroInput();
    private final AvroOutput output = new AvroOutput();

    AvroCodec(FormatSpec spec, List<Column> columns, Part part, TopicSchemas schemas, AvroSink sink) {
        this.columns = columns;
        this.unwrapped = ColumnRules.isUnwrapped(spec, columns, part);
        this.schemas = schemas;
        this.sink = sink;
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] row) {
        if (row == null || (unwrapped && row[0] == null)) {
            return null;
        }
        output.begin(sink.schemaId());
        sink.write(row, output);
        return output.toByteArray();
    }

    @Override
    public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException {
        if (bytes == null) {
            return null;
        }
        AvroReader reader = readers.of(WirePrefix.schemaId(bytes));
        input.reset(bytes, WirePrefix.LENGTH);
        Object row = reader.read(input);
        if (input.remaining() > 0) {
            throw new DecodeException("expected the record to end " + input.remaining() + " bytes earlier");
        }
        return (@Nullable Object[]) row;
    }

    private Prepared<AvroReader> prepare(int id) throws DecodeException {
        Schema writer;
        try {
            writer = AvroSchemas.parse(schemas.writer(id));
        } catch (AvroRuntimeException e) {
            return Prepared.refused("schema " + id + " is not a valid Avro schema");
        }
        try {
            return Prepared.of(unwrapped ? single(writer) : AvroReaders.branches(writer, this::record));
        } catch (DecodeException e) {
            return Prepared.refused("schema " + id + ": " + e.getMessage());
        }
    }

    private AvroReader single(Schema writer) throws DecodeException {
        Column column = columns.get(0);
        AvroReader reader = AvroReaders.of(writer, column.type());
        return in -> {
            Object value = reader.read(in);
            return value == null ? null : new @Nullable Object[] {value};
        };
    }

    private AvroReader record(Schema writer) throws DecodeException {
        if (writer.getType() != Schema.Type.RECORD) {
            throw new DecodeException("expected a record with the columns as fields, but the writer's schema has "
                    + AvroTypes.described(writer) + "; a single column may stand alone: WRAP_SINGLE_VALUE = false");
        }
        AvroRecordReader fields = AvroRecordReader.of(
                writer,
                columns.stream().map(Column::name).toList(),
                columns.stream().map(Column::type).toList());
        return fields::read;
    }
}
