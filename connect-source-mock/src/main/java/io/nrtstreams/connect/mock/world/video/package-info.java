/** Viewers of short videos, and what they make of one. */
@NullMarked
package io.nrtstreams.connect.mock.world.video;

import org.jspecify.annotations.NullMarked;
