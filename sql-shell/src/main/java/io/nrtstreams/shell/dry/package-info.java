/** Plans and schemas without a server. */
@NullMarked
package io.nrtstreams.shell.dry;

import org.jspecify.annotations.NullMarked;
