/** The feeds of the profile realistic: the devices of a world, in the shapes that the prototype's have. */
@NullMarked
package io.nrtstreams.connect.mock.realistic;

import org.jspecify.annotations.NullMarked;
