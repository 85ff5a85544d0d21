import { z } from "zod";

/** The fewest bits of an RSA key (azurerm, the rule of `admin_ssh_key.public_key`). */
const FEWEST_RSA_BITS = 2048;

/** Bytes of an Ed25519 public key (RFC 8709). */
const ED25519_BYTES = 32;

const USE = "use the one line of the .pub file, which begins with ssh-ed25519 or ssh-rsa";

/**
 * An SSH public key as in a `.pub` file: `ssh-ed25519`, or `ssh-rsa` of 2048 bits or more, with or without a comment.
 * Azure takes no other types. No message repeats the value, for somebody may have pasted a private key.
 */
export function sshPublicKey() {
  return z
    .string()
    .superRefine((value, context) => {
      const message = sshPublicKeyProblem(value);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .meta({ pattern: "^(ssh-ed25519|ssh-rsa) +[A-Za-z0-9+/]+={0,2}( .*)?$" });
}

/** What is wrong with the text of an SSH public key, and what to write instead; undefined if nothing is. */
export function sshPublicKeyProblem(text: string): string | undefined {
  if (/PRIVATE KEY|PuTTY-User-Key-File/i.test(text)) {
    return "is a private key, which belongs into no file of this project: treat it as leaked, make a new pair, and write the public half, the one line of the .pub file";
  }
  if (/[\r\n]/.test(text)) return `has several lines; ${USE}`;
  const [, type = "", data = ""] = /^(\S+) +(\S+)( .*)?$/.exec(text) ?? [];
  if (/^(ssh-dss|(ecdsa|sk)-[a-z0-9@.-]+)$/.test(type)) {
    return `is a key of the type ${type}, which Azure does not take; use ssh-ed25519, or ssh-rsa of ${FEWEST_RSA_BITS} bits or more`;
  }
  if (type !== "ssh-ed25519" && type !== "ssh-rsa") return `is not an SSH public key; ${USE}`;

  const [name, ...numbers] = wireFields(data) ?? [];
  const [first, modulus] = numbers;
  const complete = type === "ssh-rsa" ? numbers.length === 2 : numbers.length === 1 && first?.length === ED25519_BYTES;
  if (name?.toString("latin1") !== type || !complete) {
    return `is damaged: what stands after ${type} is not a whole key; copy the line of the .pub file again`;
  }
  const bits = modulus === undefined ? Infinity : bitLength(modulus);
  return bits < FEWEST_RSA_BITS
    ? `is an RSA key of ${bits} bits; use one of ${FEWEST_RSA_BITS} bits or more, or ssh-ed25519`
    : undefined;
}

/** The fields of a key in base64, each preceded by its length (RFC 4251, "string"); undefined if that does not add up. */
function wireFields(base64: string): Buffer[] | undefined {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.toString("base64") !== base64) return undefined;
  const fields: Buffer[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    if (offset + 4 > bytes.length) return undefined;
    const end = offset + 4 + bytes.readUInt32BE(offset);
    if (end > bytes.length) return undefined;
    fields.push(bytes.subarray(offset + 4, end));
    offset = end;
  }
  return fields;
}

function bitLength(number: Buffer): number {
  return BigInt(`0x0${number.toString("hex")}`).toString(2).length;
}
