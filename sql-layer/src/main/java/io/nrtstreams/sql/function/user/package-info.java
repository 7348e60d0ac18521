/** Functions that users bring along in jars. */
@NullMarked
package io.nrtstreams.sql.function.user;

import org.jspecify.annotations.NullMarked;
