/**
 * Prints a synthesized stack in a snapshot as JSON, without what says nothing about it: CDKTF's metadata, and the
 * versions of Terraform and of the providers, which a test of their own pins.
 */
const serializer = {
  test(value: unknown): boolean {
    return typeof value === "object" && value !== null && "//" in value && "terraform" in value;
  },

  serialize(value: unknown): string {
    return JSON.stringify(value, (key, inner: unknown) => (key === "//" ? undefined : withoutVersions(key, inner)), 2);
  },
};

function withoutVersions(key: string, value: unknown): unknown {
  if (key === "required_version") return "[version]";
  if (key !== "required_providers") return value;
  const providers = value as Record<string, { source: string }>;
  return Object.fromEntries(
    Object.entries(providers).map(([name, { source }]) => [name, { source, version: "[version]" }]),
  );
}

export = serializer;
