import { type Call, textOf } from "./call";

/**
 * Which account a request is for. moto gives everything without a known access key to account 123456789012, and its
 * environment variable for another one would also hold for roles that are assumed in a tenant's own account. So the shim
 * names the account in a header that moto honours, and follows the keys of assumed roles.
 */
export class Accounts {
  private readonly ofKey = new Map<string, string>();

  /** @param platform the account that terraform's own key is in */
  constructor(private readonly platform: string) {}

  /** The account of an access key. */
  of(accessKey: string | undefined): string {
    return this.ofKey.get(accessKey ?? "") ?? this.platform;
  }

  /** Learns the key of a role that was assumed. */
  learn({ operation, input }: Pick<Call, "operation" | "input">, answer: string): void {
    if (operation !== "AssumeRole") return;
    const [, , , , account] = textOf(input, "RoleArn").split(":");
    const [, key] = /<AccessKeyId>([^<]+)<\/AccessKeyId>/.exec(answer) ?? [];
    if (account !== undefined && key !== undefined) this.ofKey.set(key, account);
  }
}
