/**
 * How long each operation may take: Go durations such as "90m" or "1h30m" (azapi docs, `timeouts`). An operation that is
 * left out has the provider's own limit: 30 minutes, 5 for a read.
 */
export interface AzapiTimeouts {
  /** Limit of the first request. For azapi_resource_action this is the action itself. */
  readonly create?: string;
  /** Limit of a refresh. */
  readonly read?: string;
  /** Limit of a later change. */
  readonly update?: string;
  /** Limit of the deletion. Not used by azapi_update_resource, which deletes nothing. */
  readonly delete?: string;
}
