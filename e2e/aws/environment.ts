import { terraformEnvironment } from "../support/environment";

/** What the environment of terraform on AWS is made of. */
export interface AwsSettings {
  /** Where the AWS provider finds every service. */
  readonly endpoint: string;
  /** The region of the platform. */
  readonly region: string;
  /** terraform's configuration file. Default: none. */
  readonly configFile?: string;
  /** A folder where downloaded providers are kept for all stacks. */
  readonly pluginCache: string;
}

/**
 * The environment of terraform and of cdktf. The provider is pointed at the mock by it alone: the stacks are the
 * product's own, to the byte.
 */
export function awsEnvironment(
  inherited: NodeJS.ProcessEnv,
  { endpoint, region, configFile, pluginCache }: AwsSettings,
): NodeJS.ProcessEnv {
  return terraformEnvironment(inherited, {
    AWS_ENDPOINT_URL: endpoint,
    // S3 Control puts the account before the host (111122223333.127.0.0.1), a name that nobody resolves but a proxy. The
    // loopback address itself is never asked for through one.
    HTTP_PROXY: endpoint,
    AWS_ACCESS_KEY_ID: "e2e",
    AWS_SECRET_ACCESS_KEY: "e2e",
    AWS_REGION: region,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    ...(configFile === undefined ? cached(pluginCache) : { TF_CLI_CONFIG_FILE: configFile }),
  });
}

/** Downloads each provider once; without a lock file terraform would not trust the cache. */
function cached(pluginCache: string) {
  return { TF_PLUGIN_CACHE_DIR: pluginCache, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true" };
}
