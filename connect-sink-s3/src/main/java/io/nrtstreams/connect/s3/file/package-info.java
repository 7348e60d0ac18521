/** The growing bytes of a file that is not yet published. */
@NullMarked
package io.nrtstreams.connect.s3.file;

import org.jspecify.annotations.NullMarked;
