package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.flow.Block;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Blocks as rows of Spark. A block without payload clears its slot. */
final class BlockRows {

    static final StructType SCHEMA = new StructType()
            .add("slot", DataTypes.IntegerType, false)
            .add("level", DataTypes.IntegerType, false)
            .add("payload", DataTypes.BinaryType, false);

    private static final byte[] NOTHING = {};

    private BlockRows() {}

    static Encoder<Row> encoder() {
        return Encoders.row(SCHEMA);
    }

    static InternalRow internal(Block block) {
        return new GenericInternalRow(new Object[] {block.slot(), block.level(), block.payload()});
    }

    static Row row(Block block) {
        return RowFactory.create(block.slot(), block.level(), block.payload());
    }

    static InternalRow clearing(int slot, int level) {
        return internal(new Block(slot, level, NOTHING));
    }

    static int level(Row row) {
        return row.getInt(1);
    }

    static boolean isClearing(Row row) {
        return row.<byte[]>getAs(2).length == 0;
    }

    static Block block(Row row) {
        return new Block(row.getInt(0), row.getInt(1), row.getAs(2));
    }
}
