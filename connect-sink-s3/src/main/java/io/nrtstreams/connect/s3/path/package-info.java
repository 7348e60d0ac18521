/** From a record to the folder it is stored under. */
@NullMarked
package io.nrtstreams.connect.s3.path;

import org.jspecify.annotations.NullMarked;
