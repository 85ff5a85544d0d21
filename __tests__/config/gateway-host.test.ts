import fc from "fast-check";
import { GATEWAY_HOST_PATTERN, gatewayHostProblem } from "../../lib/config/gateway-host";

test.each(["packages.corp.example", "a.b.c.d.example", "xn--bcher-kva.corp.example"])("%s is accepted.", (host) => {
  expect(gatewayHostProblem(host)).toBeUndefined();
});

test.each<[host: string, problem: RegExp]>([
  ["corp.example", /^has two labels, and a host of a gateway needs three;/],
  ["*.corp.example", /^is not one host; list each host/],
  ["*", /^is not one host; list each host/],
  ["https://packages.corp.example", /^is a URL;/],
  ["Packages.corp.example", /^has upper-case letters;/],
  ["packages.corp.example:443", /^has a port or a path;/],
  ["lake.blob.core.windows.net", /^is a storage host;/],
  ["", /^is empty;/],
])('"%s" is refused.', (host, problem) => {
  expect(gatewayHostProblem(host)).toMatch(problem);
});

test("The pattern for editors takes every host that is accepted.", () => {
  fc.assert(
    fc.property(fc.domain(), (domain) => {
      const host = `packages.${domain.toLowerCase()}`;
      fc.pre(gatewayHostProblem(host) === undefined);

      expect(host).toMatch(new RegExp(GATEWAY_HOST_PATTERN));
    }),
  );
});

test("The pattern for editors refuses two labels and wildcards.", () => {
  expect("corp.example").not.toMatch(new RegExp(GATEWAY_HOST_PATTERN));
  expect("*.corp.example").not.toMatch(new RegExp(GATEWAY_HOST_PATTERN));
});
