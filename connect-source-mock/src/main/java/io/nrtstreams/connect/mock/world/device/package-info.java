/** Watches, phones, thermostats and air stations, and what they read at any instant. */
@NullMarked
package io.nrtstreams.connect.mock.world.device;

import org.jspecify.annotations.NullMarked;
