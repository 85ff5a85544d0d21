import fc from "fast-check";
import { sshPublicKey, sshPublicKeyProblem } from "../../lib/config/ssh-key";
import { SSH_KEY } from "../support/files";
import { findings } from "./findings";

/** A field of a key: its length, and its bytes. */
function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A public key of a type, with the given numbers. */
function key(type: string, ...numbers: Buffer[]): string {
  return `${type} ${Buffer.concat([Buffer.from(type), ...numbers].map(field)).toString("base64")}`;
}

/** An RSA key whose modulus has so many bits; a number in SSH begins with a zero byte when its first bit is set. */
function rsa(bits: number): string {
  const modulus = Buffer.from(
    (2n ** BigInt(bits - 1)).toString(16).padStart(2 * Math.ceil((bits + 1) / 8), "0"),
    "hex",
  );
  return key("ssh-rsa", Buffer.from([1, 0, 1]), modulus);
}

describe("an SSH public key is accepted", () => {
  test.each([
    ["of Ed25519", SSH_KEY],
    ["with a comment", `${SSH_KEY} ada@acme.example (laptop)`],
    ["of RSA with 2048 bits", rsa(2048)],
    ["of RSA with 4096 bits", rsa(4096)],
  ])("%s", (_, text) => {
    expect(sshPublicKeyProblem(text)).toBeUndefined();
    expect(findings(sshPublicKey(), text)).toEqual([]);
    expect(text).toMatch(new RegExp(sshPublicKey().meta()?.pattern as string));
  });
});

describe("an SSH public key is refused with the fix", () => {
  const use = "use the one line of the .pub file, which begins with ssh-ed25519 or ssh-rsa";
  const damaged = (type: string) =>
    `is damaged: what stands after ${type} is not a whole key; copy the line of the .pub file again`;

  test.each([
    ["that is empty", "", `is not an SSH public key; ${use}`],
    ["that is a word", "ada", `is not an SSH public key; ${use}`],
    ["without data", "ssh-ed25519", `is not an SSH public key; ${use}`],
    ["without a type", SSH_KEY.slice("ssh-ed25519 ".length), `is not an SSH public key; ${use}`],
    ["of several lines", `${SSH_KEY}\n${SSH_KEY}`, `has several lines; ${use}`],
    ["that is cut off", SSH_KEY.slice(0, -4), damaged("ssh-ed25519")],
    ["that is cut off at a field", key("ssh-rsa", Buffer.from([1, 0, 1])), damaged("ssh-rsa")],
    ["with too many fields", key("ssh-ed25519", Buffer.alloc(32), Buffer.alloc(1)), damaged("ssh-ed25519")],
    ["of 31 bytes", key("ssh-ed25519", Buffer.alloc(31)), damaged("ssh-ed25519")],
    ["with a character too many", `${SSH_KEY}!`, damaged("ssh-ed25519")],
    ["without the padding of base64", rsa(4096).replace(/=+$/, ""), damaged("ssh-rsa")],
    [
      "of another type than it says, in the same form",
      key("ssh-dss", Buffer.alloc(32)).replace("ssh-dss", "ssh-ed25519"),
      damaged("ssh-ed25519"),
    ],
    ["of another type than it says", SSH_KEY.replace("ssh-ed25519", "ssh-rsa"), damaged("ssh-rsa")],
    ["of RSA with 1024 bits", rsa(1024), "is an RSA key of 1024 bits; use one of 2048 bits or more, or ssh-ed25519"],
    ["of RSA with 2047 bits", rsa(2047), "is an RSA key of 2047 bits; use one of 2048 bits or more, or ssh-ed25519"],
    ...["ssh-dss", "ecdsa-sha2-nistp256", "sk-ssh-ed25519@openssh.com"].map((type) => [
      `of the type ${type}`,
      key(type, Buffer.alloc(32)),
      `is a key of the type ${type}, which Azure does not take; use ssh-ed25519, or ssh-rsa of 2048 bits or more`,
    ]),
  ])("%s", (_, text, problem) => {
    expect(findings(sshPublicKey(), text)).toEqual([problem]);
  });
});

describe("a private key", () => {
  const secret = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ";

  test.each([
    ["of OpenSSH", `-----BEGIN OPENSSH PRIVATE KEY-----\n${secret}\n-----END OPENSSH PRIVATE KEY-----\n`],
    ["of PEM on one line", `-----BEGIN RSA PRIVATE KEY----- ${secret} -----END RSA PRIVATE KEY-----`],
    ["of PuTTY", `PuTTY-User-Key-File-3: ssh-ed25519\n${secret}`],
  ])("%s is refused as leaked", (_, text) => {
    expect(findings(sshPublicKey(), text)).toEqual([expect.stringMatching(/^is a private key, .*treat it as leaked/)]);
  });

  test("is never repeated, whole or in parts, however it is pasted", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(" ", "\n", ""), (text, separator) => {
        const message = sshPublicKeyProblem([text, secret, text].join(separator)) ?? "";

        expect(message).not.toContain(secret);
      }),
    );
  });
});
