import { createHash } from "node:crypto";

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** Five lower-case letters and digits (25 bits of SHA-256) that stand for the given parts, in their order. */
export function shortHash(...parts: string[]): string {
  const digest = createHash("sha256").update(parts.join("\n")).digest();
  return Array.from({ length: 5 }, (_, index) => BASE32.charAt((digest[index] ?? 0) % 32)).join("");
}

/** Namespace of this project's UUIDs. It must never change: the ids of custom roles and of app roles come from it. */
const NAMESPACE = "6f0c9a52-3d1e-5b7a-9c44-2f6c1f3a8d10";

/** A UUID of version 5 (RFC 9562, SHA-1 of a namespace and a name) that stands for the given parts, in their order. */
export function uuid(...parts: string[]): string {
  const digest = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(parts.join("\n"))
    .digest()
    .subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
