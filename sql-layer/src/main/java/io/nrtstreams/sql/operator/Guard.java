package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;

/**
 * Lets through the rows that an operator takes.
 *
 * @param needsValue whether records without a value are left out, as those of streams that are aggregated or joined
 */
record Guard(String step, Need key, boolean needsValue, QueryLog log, RowSink next) implements RowSink {

    /** What of a key must not be null. */
    enum Need {
        NOTHING,
        SOME_COLUMN,
        EVERY_COLUMN
    }

    @Override
    public void accept(Row row) {
        if (lacksKey(row)) {
            log.skipped(step, row.origin(), "the record has no key, or null in it");
        } else if (row.value() != null || !needsValue) {
            next.accept(row);
        }
    }

    private boolean lacksKey(Row row) {
        return switch (key) {
            case NOTHING -> false;
            case SOME_COLUMN -> RekeyStep.isNull(row.key());
            case EVERY_COLUMN -> row.key().length == 0 || RekeyStep.hasNull(row.key());
        };
    }
}
