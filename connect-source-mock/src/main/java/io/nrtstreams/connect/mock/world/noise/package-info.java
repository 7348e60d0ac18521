/** Random access chance and curves, made of exact arithmetic and tables, so that every JVM computes the same bits. */
@NullMarked
package io.nrtstreams.connect.mock.world.noise;

import org.jspecify.annotations.NullMarked;
