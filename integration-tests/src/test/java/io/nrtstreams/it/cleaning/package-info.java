/** The cleaning transforms in a real worker. */
@NullMarked
package io.nrtstreams.it.cleaning;

import org.jspecify.annotations.NullMarked;
