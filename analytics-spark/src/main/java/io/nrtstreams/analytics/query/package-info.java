/** Answers to those who ask: look-ups in tables, streams read to their end, running queries, topics as they are. */
@NullMarked
package io.nrtstreams.analytics.query;

import org.jspecify.annotations.NullMarked;
