import fc from "fast-check";
import { FQDN_PATTERN, fqdnProblem } from "../../lib/config/fqdn";

test.each([
  "pypi.org",
  "*.pypi.org",
  "a-b.c--d.example",
  "xn--80ak6aa92e.com",
  "xn--e1afmkfd.xn--p1ai",
  "core.windows.net.example",
  "*.azureml.ms",
])("%s is accepted.", (host) => {
  expect(fqdnProblem(host)).toBeUndefined();
  expect(host).toMatch(new RegExp(FQDN_PATTERN));
});

const notAHost = 'is not a host name; use one such as "pypi.org", or "*.pypi.org"';
const startsWithStar = 'has a "*" that is not its first label; use one host, or "*." before a domain';
const everybody = "reaches everybody's storage accounts; use a privateEndpoint rule to the one that is needed";
const oneAccount = "is a storage host; use a privateEndpoint rule, which reaches that account alone";

test.each<[host: string, problem: string]>([
  ["", 'is empty; use a host such as "pypi.org", or "*.pypi.org"'],
  ["*", 'allows every host; use one host, or a domain such as "*.pypi.org"'],
  ["*.*", 'allows every host; use one host, or a domain such as "*.pypi.org"'],
  ["*.com", "allows every host of a top-level domain; use a domain below it"],
  ["a.*.com", startsWithStar],
  ["*pypi.org", notAHost],
  ["https://pypi.org/simple", 'is a URL; use the host alone: "pypi.org"'],
  ["HTTPS://PyPI.org", 'is a URL; use the host alone: "pypi.org"'],
  ["https://localhost", "is a URL; use the host alone"],
  ["pypi.org:443", 'has a port or a path; use the host alone: "pypi.org"'],
  ["pypi.org/simple", 'has a port or a path; use the host alone: "pypi.org"'],
  ["PyPI.org", 'has upper-case letters; use "pypi.org"'],
  ["pypi.org.", 'ends in a dot; use "pypi.org"'],
  [" pypi.org", 'has spaces around it; use "pypi.org"'],
  ["my_host.pypi.org", "has an underscore, which no host name has; check its spelling"],
  ["10.20.8.4", "is an IP address; use the name of its host"],
  ["10.20.8.0/24", "is an IP address; use the name of its host"],
  ["2001:db8::1", "is an IP address; use the name of its host"],
  ["[::1]", "is an IP address; use the name of its host"],
  ["localhost", notAHost],
  ["-a.pypi.org", notAHost],
  ["pypi .org", notAHost],
  [`${"a.".repeat(126)}com`, "has 255 characters; use 253 at most"],
  ["müller.de", 'has the character "ü" U+00FC, which is not ASCII; if it is meant, use "xn--mller-kva.de"'],
  ["pypi.оrg", 'has the character "о" U+043E, which is not ASCII; if it is meant, use "pypi.xn--rg-emc"'],
  ["ü", 'has the character "ü" U+00FC, which is not ASCII; use ASCII letters'],
  ["lake.blob.core.windows.net", oneAccount],
  ["lake.z6.web.core.windows.net", oneAccount],
  ["*.dfs.core.windows.net", everybody],
  ["*.core.windows.net", everybody],
  ["*.windows.net", everybody],
])("%j is refused with the fix.", (host, problem) => {
  expect(fqdnProblem(host)).toBe(problem);
});

test("What is proposed is accepted, whatever the text.", () => {
  const sign = fc.constantFrom(
    "a",
    "B",
    "1",
    "-",
    ".",
    ".com",
    "*.",
    "_",
    "/",
    ":",
    "://",
    " ",
    "ü",
    "core.windows.net",
  );
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const [, proposal] = /use (?:the host alone: )?"([^"]*)"$/.exec(fqdnProblem(signs.join("")) ?? "") ?? [];
      expect(fqdnProblem(proposal ?? "pypi.org") ?? "").not.toMatch(/is not a host name|has |ends in|is a URL/);
    }),
  );
});
