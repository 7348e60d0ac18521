package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimeType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Types of the language and types of Spark. */
final class SparkTypes {

    private SparkTypes() {}

    /** Spark's type for a type of the language. */
    static DataType spark(SqlType type) {
        return switch (type.base()) {
            case BOOLEAN -> DataTypes.BooleanType;
            case INTEGER -> DataTypes.IntegerType;
            case BIGINT -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case DECIMAL ->
                DataTypes.createDecimalType(((SqlType.Decimal) type).precision(), ((SqlType.Decimal) type).scale());
            case STRING -> DataTypes.StringType;
            case BYTES -> DataTypes.BinaryType;
            case DATE -> DataTypes.DateType;
            case TIME -> new TimeType(TimeType.MICROS_PRECISION());
            case TIMESTAMP -> DataTypes.TimestampType;
            case ARRAY -> DataTypes.createArrayType(spark(((SqlType.Array) type).element()), true);
            case MAP ->
                DataTypes.createMapType(spark(((SqlType.Map) type).key()), spark(((SqlType.Map) type).value()), true);
            case STRUCT ->
                struct(((SqlType.Struct) type)
                        .fields().stream()
                                .map(field -> new Column(field.name(), field.type()))
                                .toList());
        };
    }

    /** Columns as a struct of Spark, each nullable. */
    static StructType struct(List<Column> columns) {
        List<StructField> fields = new ArrayList<>();
        for (Column column : columns) {
            fields.add(DataTypes.createStructField(column.name(), spark(column.type()), true));
        }
        return DataTypes.createStructType(fields);
    }

    /** Columns of a struct of Spark. */
    static List<Column> columns(StructType struct) {
        return Arrays.stream(struct.fields())
                .map(field -> new Column(field.name(), sql(field.dataType(), field.name())))
                .toList();
    }

    /**
     * The type of the language for one of Spark; narrower numbers become wider ones, what has no type is a text.
     *
     * @param column names it in messages
     * @throws SqlException when there is none
     */
    static SqlType sql(DataType type, String column) {
        if (type instanceof BooleanType) {
            return SqlTypes.BOOLEAN;
        } else if (type instanceof IntegerType || type instanceof ShortType || type instanceof ByteType) {
            return SqlTypes.INTEGER;
        } else if (type instanceof LongType) {
            return SqlTypes.BIGINT;
        } else if (type instanceof DoubleType || type instanceof FloatType) {
            return SqlTypes.DOUBLE;
        } else if (type instanceof DecimalType decimal && decimal.scale() >= 0) {
            return new SqlType.Decimal(decimal.precision(), decimal.scale());
        } else if (type instanceof StringType || type instanceof NullType) {
            return SqlTypes.STRING;
        } else if (type instanceof BinaryType) {
            return SqlTypes.BYTES;
        } else if (type instanceof DateType) {
            return SqlTypes.DATE;
        } else if (type instanceof TimeType) {
            return SqlTypes.TIME;
        } else if (type instanceof TimestampType || type instanceof TimestampNTZType) {
            return SqlTypes.TIMESTAMP;
        }
        return nested(type, column);
    }

    private static SqlType nested(DataType type, String column) {
        if (type instanceof ArrayType array) {
            return new SqlType.Array(sql(array.elementType(), column));
        } else if (type instanceof MapType map) {
            return new SqlType.Map(sql(map.keyType(), column), sql(map.valueType(), column));
        } else if (type instanceof StructType struct) {
            return new SqlType.Struct(Arrays.stream(struct.fields())
                    .map(field -> new SqlType.Field(field.name(), sql(field.dataType(), column)))
                    .toList());
        }
        throw new SqlException("The column " + column + " has Spark's type " + type.sql()
                + ", for which there is none here: cast it, to STRING say.");
    }
}
