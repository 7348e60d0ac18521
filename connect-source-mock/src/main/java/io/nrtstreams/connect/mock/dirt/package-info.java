/** Defects that are planted on purpose and labelled, so that cleaning can be scored. */
@NullMarked
package io.nrtstreams.connect.mock.dirt;

import org.jspecify.annotations.NullMarked;
