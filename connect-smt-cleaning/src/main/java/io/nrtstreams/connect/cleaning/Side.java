package io.nrtstreams.connect.cleaning;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Headers;
import org.jspecify.annotations.Nullable;

/** The side of a record that a transform works on. */
enum Side {
    KEY {
        @Override
        @Nullable Object of(ConnectRecord<?> record) {
            return record.key();
        }

        @Override
        @Nullable Schema schemaOf(ConnectRecord<?> record) {
            return record.keySchema();
        }

        @Override
        <R extends ConnectRecord<R>> R replaced(R record, Object key, Headers headers) {
            return record.newRecord(
                    record.topic(),
                    record.kafkaPartition(),
                    schemaAfter(key, record.keySchema()),
                    key,
                    record.valueSchema(),
                    record.value(),
                    record.timestamp(),
                    headers);
        }
    },
    VALUE {
        @Override
        @Nullable Object of(ConnectRecord<?> record) {
            return record.value();
        }

        @Override
        @Nullable Schema schemaOf(ConnectRecord<?> record) {
            return record.valueSchema();
        }

        @Override
        <R extends ConnectRecord<R>> R replaced(R record, Object value, Headers headers) {
            return record.newRecord(
                    record.topic(),
                    record.kafkaPartition(),
                    record.keySchema(),
                    record.key(),
                    schemaAfter(value, record.valueSchema()),
                    value,
                    record.timestamp(),
                    headers);
        }
    };

    /** This side of a record. */
    abstract @Nullable Object of(ConnectRecord<?> record);

    /** The schema of this side of a record. */
    abstract @Nullable Schema schemaOf(ConnectRecord<?> record);

    /** The record with another object on this side. */
    abstract <R extends ConnectRecord<R>> R replaced(R record, Object replacement, Headers headers);

    private static @Nullable Schema schemaAfter(Object replacement, @Nullable Schema before) {
        return replacement instanceof Struct struct ? struct.schema() : before;
    }
}
