package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.layout.Column;
import io.nrtstreams.connect.s3.layout.FilePlan;
import io.nrtstreams.connect.s3.layout.Layout;
import io.nrtstreams.connect.s3.layout.Misfit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.sink.SinkRecord;

/** Encodes the records of one layout. Not thread-safe. */
final class AvroPlan implements FilePlan {
    private final Layout layout;
    private final Column[] columns;
    private final Slot.Writer[] writers;
    private final Schema schema;
    private final BlockCodec codec;
    private final RandomGenerator random;
    private final ByteScratch scratch;
    private final BinaryEncoder encoder;

    /**
     * A plan for the layout.
     *
     * @param random what sync markers are drawn from
     * @param scratch where records are encoded; plans may share it
     * @throws Misfit if the layout has no form in Avro
     */
    AvroPlan(Layout layout, BlockCodec codec, RandomGenerator random, ByteScratch scratch) {
        AvroCompiler.Compiled compiled = AvroCompiler.compile(layout);
        this.layout = layout;
        this.columns = layout.columns().toArray(Column[]::new);
        this.writers = compiled.columns().stream().map(Slot::writer).toArray(Slot.Writer[]::new);
        this.schema = compiled.schema();
        this.codec = codec;
        this.random = random;
        this.scratch = scratch;
        this.encoder = EncoderFactory.get().directBinaryEncoder(scratch, null);
    }

    @Override
    public RecordFile begin() {
        return new AvroFile(this, codec, random);
    }

    /** Of the records of the files. */
    Schema schema() {
        return schema;
    }

    /**
     * The record's bytes, valid until the next call.
     *
     * @throws Misfit if it does not fit its schema
     */
    ByteScratch encode(SinkRecord record) {
        layout.check(record);
        scratch.clear();
        int at = 0;
        try {
            for (; at < columns.length; at++) {
                writers[at].write(columns[at].reader().read(record), encoder);
            }
        } catch (RuntimeException e) {
            throw Misfit.at(columns[at].name(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scratch;
    }
}
