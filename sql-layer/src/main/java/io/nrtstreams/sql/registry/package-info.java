/** Schema registries. */
@NullMarked
package io.nrtstreams.sql.registry;

import org.jspecify.annotations.NullMarked;
