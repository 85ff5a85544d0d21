/** Variables of the caller that would lead terraform to a real account, or to other settings. */
const NOT_INHERITED = /^(ARM_|AWS_|AZURE_|TF_|CDKTF_|TENANTS$|PLATFORM_FILE$|TENANTS_DIR$|HTTP_PROXY$)/i;

/** The environment of terraform: the caller's, without what would lead to real resources. */
export function terraformEnvironment(inherited: NodeJS.ProcessEnv, own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(([name]) => !NOT_INHERITED.test(name));
  return { ...Object.fromEntries(kept), CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", ...own };
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
