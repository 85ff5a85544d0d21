/** What terraform's environment is made of. */
export interface TerraformSettings {
  /** Where the AWS provider finds every service. */
  readonly endpoint: string;
  /** The region of the platform. */
  readonly region: string;
  /** terraform's configuration file. Default: none. */
  readonly configFile?: string;
  /** A folder where downloaded providers are kept for all stacks. */
  readonly pluginCache: string;
}

/** Variables of the caller that would lead the provider to a real account, or terraform to other settings. */
const NOT_INHERITED = /^(AWS_|TF_|CDKTF_|TENANTS$|PLATFORM_FILE$|TENANTS_DIR$|HTTP_PROXY$)/i;

/**
 * The environment of terraform and of cdktf. The provider is pointed at the mock by it alone: the stacks are the
 * product's own, to the byte.
 */
export function terraformEnvironment(
  inherited: NodeJS.ProcessEnv,
  { endpoint, region, configFile, pluginCache }: TerraformSettings,
): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(([name]) => !NOT_INHERITED.test(name));
  return {
    ...Object.fromEntries(kept),
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
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    ...(configFile === undefined ? cached(pluginCache) : { TF_CLI_CONFIG_FILE: configFile }),
  };
}

/** Downloads each provider once; without a lock file terraform would not trust the cache. */
function cached(pluginCache: string) {
  return { TF_PLUGIN_CACHE_DIR: pluginCache, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true" };
}

/** What cdktf needs beside terraform's environment. */
export function cdktfEnvironment(
  terraform: NodeJS.ProcessEnv,
  { platform, tenants }: { platform: string; tenants: string },
): NodeJS.ProcessEnv {
  return {
    ...terraform,
    PLATFORM_FILE: platform,
    TENANTS_DIR: tenants,
    CI: "1",
    NO_COLOR: "1",
    // `terraform providers lock` asks the registry, whatever mirror there is.
    CDKTF_SKIP_PROVIDER_LOCK: "true",
    DISABLE_VERSION_CHECK: "1",
  };
}
