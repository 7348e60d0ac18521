package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.layout.Column;
import io.nrtstreams.connect.s3.layout.FilePlan;
import io.nrtstreams.connect.s3.layout.Layout;
import io.nrtstreams.connect.s3.layout.Misfit;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.parquet.schema.MessageType;

/** Takes the records of one layout apart. Not thread-safe. */
final class ParquetPlan implements FilePlan {
    private final Layout layout;
    private final Column[] columns;
    private final Shredder[] shredders;
    private final List<Leaf> leaves;
    private final MessageType schema;
    private final PageCompressor compressor;

    private ParquetPlan(Layout layout, ParquetCompiler.Compiled compiled, PageCompressor compressor) {
        this.layout = layout;
        this.columns = layout.columns().toArray(Column[]::new);
        this.shredders = compiled.shredders().toArray(Shredder[]::new);
        this.leaves = List.copyOf(compiled.leaves());
        this.schema = compiled.schema();
        this.compressor = compressor;
    }

    static ParquetPlan of(Layout layout, PageCompressor compressor) {
        return new ParquetPlan(layout, ParquetCompiler.compile(layout), compressor);
    }

    @Override
    public RecordFile begin() {
        return new ParquetFile(this, compressor);
    }

    MessageType schema() {
        return schema;
    }

    /** One for each column of the file, for any record; what they hold is valid until the next call of {@link #shred}. */
    List<Leaf> leaves() {
        return leaves;
    }

    /**
     * What the record puts into each column of the file, valid until the next call.
     *
     * @throws Misfit if it does not fit its schema
     */
    List<Leaf> shred(SinkRecord record) {
        layout.check(record);
        leaves.forEach(Leaf::clear);
        int at = 0;
        try {
            for (; at < columns.length; at++) {
                shredders[at].write(columns[at].reader().read(record), 0, 0);
            }
        } catch (RuntimeException e) {
            throw Misfit.at(columns[at].name(), e);
        }
        return leaves;
    }
}
