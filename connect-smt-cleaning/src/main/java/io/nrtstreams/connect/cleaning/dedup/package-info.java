/** Which records have been there before. */
@NullMarked
package io.nrtstreams.connect.cleaning.dedup;

import org.jspecify.annotations.NullMarked;
