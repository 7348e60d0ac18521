/** Reading topics for those who ask, from a place they choose, with nothing left on the broker. */
@NullMarked
package io.nrtstreams.analytics.query.read;

import org.jspecify.annotations.NullMarked;
