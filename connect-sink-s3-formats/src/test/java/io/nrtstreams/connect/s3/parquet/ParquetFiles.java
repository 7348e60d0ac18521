package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.layout.Plain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads Parquet files with Parquet's own reader, Hadoop's codecs included. */
public final class ParquetFiles {
    private ParquetFiles() {}

    private record InMemory(byte[] file) implements InputFile {
        @Override
        public long getLength() {
            return file.length;
        }

        @Override
        public SeekableInputStream newStream() {
            Bytes bytes = new Bytes(file);
            return new DelegatingSeekableInputStream(bytes) {
                @Override
                public long getPos() {
                    return bytes.at();
                }

                @Override
                public void seek(long to) {
                    bytes.to((int) to);
                }
            };
        }
    }

    private static final class Bytes extends ByteArrayInputStream {
        Bytes(byte[] file) {
            super(file);
        }

        int at() {
            return pos;
        }

        void to(int to) {
            pos = to;
        }
    }

    public static ParquetMetadata metadata(byte[] file) {
        try (ParquetFileReader reader = ParquetFileReader.open(new InMemory(file))) {
            return reader.getFooter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MessageType schema(byte[] file) {
        return metadata(file).getFileMetaData().getSchema();
    }

    /** The records in plain form, as {@link Plain} has it. */
    public static List<Map<String, @Nullable Object>> read(byte[] file) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new InMemory(file))) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            for (PageReadStore rows = reader.readNextRowGroup(); rows != null; rows = reader.readNextRowGroup()) {
                RecordReader<Group> groups = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(rows, new GroupRecordConverter(schema));
                for (long row = 0; row < rows.getRowCount(); row++) {
                    records.add(struct(schema, groups.read()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private static Map<String, @Nullable Object> struct(GroupType type, Group group) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        type.getFields().forEach(field -> plain.put(field.getName(), only(field, group)));
        return plain;
    }

    private static @Nullable Object only(Type field, Group group) {
        return group.getFieldRepetitionCount(field.getName()) == 0 ? null : value(field, group, 0);
    }

    private static @Nullable Object value(Type field, Group group, int index) {
        String name = field.getName();
        if (field.isPrimitive()) {
            return scalar(field.asPrimitiveType(), group, index);
        }
        Group inner = group.getGroup(name, index);
        LogicalTypeAnnotation meaning = field.getLogicalTypeAnnotation();
        if (LogicalTypeAnnotation.listType().equals(meaning)) {
            return list(field.asGroupType(), inner);
        }
        return LogicalTypeAnnotation.mapType().equals(meaning)
                ? map(field.asGroupType(), inner)
                : struct(field.asGroupType(), inner);
    }

    private static Object scalar(PrimitiveType type, Group group, int index) {
        String name = type.getName();
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(unscaled(type, group, index), decimal.getScale());
        }
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> group.getBoolean(name, index);
            case INT32 -> (long) group.getInteger(name, index);
            case INT64 -> group.getLong(name, index);
            case FLOAT -> group.getFloat(name, index);
            case DOUBLE -> group.getDouble(name, index);
            default ->
                LogicalTypeAnnotation.stringType().equals(meaning)
                        ? group.getString(name, index)
                        : Plain.hex(group.getBinary(name, index).getBytes());
        };
    }

    private static BigInteger unscaled(PrimitiveType type, Group group, int index) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> BigInteger.valueOf(group.getInteger(type.getName(), index));
            case INT64 -> BigInteger.valueOf(group.getLong(type.getName(), index));
            default -> new BigInteger(group.getBinary(type.getName(), index).getBytes());
        };
    }

    private static List<@Nullable Object> list(GroupType type, Group group) {
        GroupType repeated = type.getType(0).asGroupType();
        List<@Nullable Object> plain = new ArrayList<>();
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            plain.add(only(repeated.getType(0), group.getGroup(0, i)));
        }
        return plain;
    }

    private static Object map(GroupType type, Group group) {
        GroupType entry = type.getType(0).asGroupType();
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            entries.add(struct(entry, group.getGroup(0, i)));
        }
        boolean text =
                LogicalTypeAnnotation.stringType().equals(entry.getType(0).getLogicalTypeAnnotation());
        if (!text) {
            return entries;
        }
        Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
        entries.forEach(one -> plain.put(one.get("key"), one.get("value")));
        return plain;
    }
}
