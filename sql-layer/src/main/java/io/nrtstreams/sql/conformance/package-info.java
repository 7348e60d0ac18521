/** Runs files of cases against the engine and says how much of them comes out. */
@NullMarked
package io.nrtstreams.sql.conformance;

import org.jspecify.annotations.NullMarked;
