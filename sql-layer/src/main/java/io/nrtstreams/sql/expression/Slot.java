package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.type.SqlType;

/**
 * A column's place in a row.
 *
 * @param index among the columns of its place; 0 for pseudo columns
 */
public record Slot(Place place, int index, SqlType type) {}
