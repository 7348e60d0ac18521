/** AVRO: rows as Avro's binary encoding behind a schema's id. */
@NullMarked
package io.nrtstreams.sql.format.avro;

import org.jspecify.annotations.NullMarked;
