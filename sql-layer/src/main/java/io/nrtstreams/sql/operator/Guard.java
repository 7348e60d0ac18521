package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;

/**
 * Lets through the rows that an operator takes.
 *
 * @param needsKey whether rows without a key are left out
 * @param needsValue whether records without a value are left out, as those of streams that are aggregated or joined
 */
record Guard(String step, boolean needsKey, boolean needsValue, QueryLog log, RowSink next) implements RowSink {

    @Override
    public void accept(Row row) {
        if (needsKey && RekeyStep.isNull(row.key())) {
            log.skipped(step, row.origin(), "the record has no key");
        } else if (row.value() != null || !needsValue) {
            next.accept(row);
        }
    }
}
