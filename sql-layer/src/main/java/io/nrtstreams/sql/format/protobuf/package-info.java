/** PROTOBUF and PROTOBUF_NOSR: rows as Protobuf messages, with and without a schema's id. */
@NullMarked
package io.nrtstreams.sql.format.protobuf;

import org.jspecify.annotations.NullMarked;
