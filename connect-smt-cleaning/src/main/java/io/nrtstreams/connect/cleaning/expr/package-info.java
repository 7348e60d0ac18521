/** Conditions over the fields of a record, in the words of SQL. */
@NullMarked
package io.nrtstreams.connect.cleaning.expr;

import org.jspecify.annotations.NullMarked;
