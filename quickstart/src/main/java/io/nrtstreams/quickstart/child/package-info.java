/** What runs inside the broker's and the worker's JVM. It is a jar of its own, so that nothing else of the launcher is there. */
@NullMarked
package io.nrtstreams.quickstart.child;

import org.jspecify.annotations.NullMarked;
