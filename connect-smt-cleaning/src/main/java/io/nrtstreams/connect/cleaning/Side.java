package io.nrtstreams.connect.cleaning;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** The side of a record that a transform works on. */
enum Side {
    KEY {
        @Override
        @Nullable Object of(ConnectRecord<?> record) {
            return record.key();
        }

        @Override
        <R extends ConnectRecord<R>> R replaced(R record, Object key) {
            return record.newRecord(
                    record.topic(),
                    record.kafkaPartition(),
                    schemaOf(key, record.keySchema()),
                    key,
                    record.valueSchema(),
                    record.value(),
                    record.timestamp());
        }
    },
    VALUE {
        @Override
        @Nullable Object of(ConnectRecord<?> record) {
            return record.value();
        }

        @Override
        <R extends ConnectRecord<R>> R replaced(R record, Object value) {
            return record.newRecord(
                    record.topic(),
                    record.kafkaPartition(),
                    record.keySchema(),
                    record.key(),
                    schemaOf(value, record.valueSchema()),
                    value,
                    record.timestamp());
        }
    };

    /** This side of a record. */
    abstract @Nullable Object of(ConnectRecord<?> record);

    /** The record with another object on this side. */
    abstract <R extends ConnectRecord<R>> R replaced(R record, Object replacement);

    private static @Nullable Schema schemaOf(Object replacement, @Nullable Schema before) {
        return replacement instanceof Struct struct ? struct.schema() : before;
    }
}
