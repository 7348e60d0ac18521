package io.nrtstreams.analytics.sql;

/**
 * What /info tells.
 *
 * @param kafkaClusterId empty when there is no broker
 * @param serverStatus RUNNING, or DEGRADED when part of the command log cannot be carried out
 */
public record ServerInfo(String version, String kafkaClusterId, String ksqlServiceId, String serverStatus) {}
