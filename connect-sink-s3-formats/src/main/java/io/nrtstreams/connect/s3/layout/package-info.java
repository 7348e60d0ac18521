/** What a file with a schema is made of, whatever the format: its columns, their types, and the lane they make. */
@NullMarked
package io.nrtstreams.connect.s3.layout;

import org.jspecify.annotations.NullMarked;
