/** Avro object container files. */
@NullMarked
package io.nrtstreams.connect.s3.avro;

import org.jspecify.annotations.NullMarked;
