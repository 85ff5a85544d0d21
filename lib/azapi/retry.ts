/** Which of Azure's errors are tried again, until the operation's timeout (azapi docs, `retry`). */
export interface AzapiRetry {
  /** Regular expressions of Go; an error whose message matches one of them is retried. */
  readonly errorMessageRegex: readonly string[];
  /** Seconds before the first retry; each later wait is longer. The provider waits 10 by default. */
  readonly intervalSeconds?: number;
  /** Longest wait between two retries, in seconds. The provider's default is 180. */
  readonly maxIntervalSeconds?: number;
}

/** The `retry` argument: an attribute that takes one object, where a list (the form of a block) is refused. */
export function retryToTerraform(retry: AzapiRetry | undefined): Record<string, unknown> | undefined {
  return (
    retry && {
      error_message_regex: retry.errorMessageRegex,
      interval_seconds: retry.intervalSeconds,
      max_interval_seconds: retry.maxIntervalSeconds,
    }
  );
}
