/** Houses, and the electricity they use at any instant. */
@NullMarked
package io.nrtstreams.connect.mock.world.home;

import org.jspecify.annotations.NullMarked;
