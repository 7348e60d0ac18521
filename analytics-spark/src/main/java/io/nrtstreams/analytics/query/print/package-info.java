/** Topics as they are, for people. */
@NullMarked
package io.nrtstreams.analytics.query.print;

import org.jspecify.annotations.NullMarked;
