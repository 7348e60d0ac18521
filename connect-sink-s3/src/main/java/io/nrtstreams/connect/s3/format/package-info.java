/** From a record to the bytes of a line. */
@NullMarked
package io.nrtstreams.connect.s3.format;

import org.jspecify.annotations.NullMarked;
