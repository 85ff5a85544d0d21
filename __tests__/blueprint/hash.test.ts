import { createHash } from "node:crypto";
import fc from "fast-check";
import { shortHash, uuid } from "../../lib/blueprint/hash";

/** The project's namespace, written down once more: with another one every custom role would be a new role. */
const NAMESPACE = "6f0c9a52-3d1e-5b7a-9c44-2f6c1f3a8d10";
const DNS_NAMESPACE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/** A UUID of version 5 as RFC 9562, section 5.5, says it, field by field. */
function version5(namespace: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.concat([Buffer.from(namespace.replace(/-/g, ""), "hex"), Buffer.from(name, "utf8")]))
    .digest("hex");
  const timeLow = hash.slice(0, 8);
  const timeMiddle = hash.slice(8, 12);
  const versionAndTimeHigh = `5${hash.slice(13, 16)}`;
  const variantAndClock = ((parseInt(hash.slice(16, 20), 16) & 0x3fff) | 0x8000).toString(16);
  return [timeLow, timeMiddle, versionAndTimeHigh, variantAndClock, hash.slice(20, 32)].join("-");
}

const texts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });

describe("a uuid", () => {
  test("is compared with a computation that gives the example of RFC 9562, appendix A.4", () => {
    expect(version5(DNS_NAMESPACE, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  test("is version 5 of the parts in the project's namespace", () => {
    fc.assert(
      fc.property(texts, (parts) => {
        expect(uuid(...parts)).toBe(version5(NAMESPACE, parts.join("\n")));
      }),
    );
  });

  test("has the bits of version 5 and of the RFC's variant", () => {
    fc.assert(
      fc.property(texts, (parts) => {
        expect(uuid(...parts)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });

  test("stays what it is: the id of a custom role is made of it, and a new id is a new role", () => {
    expect(uuid("20000000-0000-4000-8000-000000000002", "mlp", "dev", "AML Endpoint Scorer")).toBe(
      "e187a80c-053c-5071-a5d1-a86bea9092a2",
    );
  });

  test("differs when the parts change places", () => {
    expect(uuid("a", "b")).not.toBe(uuid("b", "a"));
  });

  test("differs when a letter moves from one part to the next", () => {
    expect(uuid("ab", "c")).not.toBe(uuid("a", "bc"));
  });
});

describe("a short hash", () => {
  test("has five characters, all of them lower-case letters and digits", () => {
    fc.assert(
      fc.property(texts, (parts) => {
        expect(shortHash(...parts)).toMatch(/^[a-z2-7]{5}$/);
      }),
    );
  });

  test("stays what it is: names end in it, and a new name is a new resource", () => {
    expect(shortHash("20000000-0000-4000-8000-000000000002", "mlp-dev-acme", "storageAccount")).toBe("bf2th");
  });

  test("is the first five bytes of SHA-256, each as one of 32 characters", () => {
    const bytes = createHash("sha256").update("a\nb").digest().subarray(0, 5);

    expect(shortHash("a", "b")).toBe([...bytes].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join(""));
  });

  test("differs when the parts change places", () => {
    expect(shortHash("a", "b")).not.toBe(shortHash("b", "a"));
  });

  test("differs when a letter moves from one part to the next", () => {
    expect(shortHash("ab", "c")).not.toBe(shortHash("a", "bc"));
  });

  test("uses all of its 25 bits: ten thousand texts give hardly any hash twice", () => {
    const hashes = new Set(Array.from({ length: 10_000 }, (_, index) => shortHash(`text ${index}`)));

    expect(hashes.size).toBeGreaterThan(9_990);
  });
});
