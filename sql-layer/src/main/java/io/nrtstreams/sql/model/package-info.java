/** Models that are fitted and asked in SQL. */
@NullMarked
package io.nrtstreams.sql.model;

import org.jspecify.annotations.NullMarked;
