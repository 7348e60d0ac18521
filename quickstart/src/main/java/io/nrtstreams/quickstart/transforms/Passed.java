package io.nrtstreams.quickstart.transforms;

import org.apache.kafka.connect.connector.ConnectRecord;

/**
 * What came of a record.
 *
 * @param <R> source or sink records
 */
public sealed interface Passed<R extends ConnectRecord<R>> {
    /**
     * It came through.
     *
     * @param record as the last transform handed it on
     */
    record Through<R extends ConnectRecord<R>>(R record) implements Passed<R> {}

    /**
     * A transform of this project set it aside.
     *
     * @param alias of the transform
     * @param field its path, empty where the record as a whole was rejected
     */
    record Rejected<R extends ConnectRecord<R>>(String alias, String field, String rule, String reason)
            implements Passed<R> {}

    /**
     * A transform left it out.
     *
     * @param alias of the transform
     */
    record Dropped<R extends ConnectRecord<R>>(String alias) implements Passed<R> {}

    /**
     * A transform threw, which stops a task, unless the connector tolerates errors.
     *
     * @param alias of the transform
     * @param message that of the exception
     */
    record Failed<R extends ConnectRecord<R>>(String alias, String message) implements Passed<R> {}
}
