/** Places, their clocks, and their weather at any instant. */
@NullMarked
package io.nrtstreams.connect.mock.world.climate;

import org.jspecify.annotations.NullMarked;
