/** One world a seed: a climate, and the people and devices that live in it. Pure functions of (seed, place or device, instant). */
@NullMarked
package io.nrtstreams.connect.mock.world;

import org.jspecify.annotations.NullMarked;
