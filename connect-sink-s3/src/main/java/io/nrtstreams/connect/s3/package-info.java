/** The S3 sink connector: its Connect-facing shell and the started sink behind it. */
@NullMarked
package io.nrtstreams.connect.s3;

import org.jspecify.annotations.NullMarked;
