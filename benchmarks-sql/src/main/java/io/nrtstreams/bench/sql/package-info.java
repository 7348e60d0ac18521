/** The SQL engine and Kafka Streams on the same records. */
@NullMarked
package io.nrtstreams.bench.sql;

import org.jspecify.annotations.NullMarked;
