/**
 * ksqlDB's HTTP interface over the SQL service: one port for HTTP/1.1 and HTTP/2, in clear text or with TLS. Knows no Kafka
 * and no Spark. Shapes follow the published REST API of ksqlDB, so that its clients run unmodified.
 */
@NullMarked
package io.nrtstreams.analytics.rest;

import org.jspecify.annotations.NullMarked;
