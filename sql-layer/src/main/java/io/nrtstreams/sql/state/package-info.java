/** What operators remember, by key. */
@NullMarked
package io.nrtstreams.sql.state;

import org.jspecify.annotations.NullMarked;
