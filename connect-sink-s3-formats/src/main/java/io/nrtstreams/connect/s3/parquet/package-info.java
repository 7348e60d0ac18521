/** Parquet files. */
@NullMarked
package io.nrtstreams.connect.s3.parquet;

import org.jspecify.annotations.NullMarked;
