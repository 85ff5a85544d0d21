import { PORTS_PATTERN, portsProblem } from "../../lib/config/ports";

test.each(["443", "80,443", "8000-8100", "1-65535", "443,5671-5672", "80-80", "*"])("%s is accepted.", (ports) => {
  expect(portsProblem(ports)).toBeUndefined();
  expect(ports).toMatch(new RegExp(PORTS_PATTERN));
});

const notAList = 'is not a list of ports; use one such as "443", "80,443", "8000-8100" or "*"';

test.each<[ports: string, problem: string]>([
  ["", notAList],
  ["https", notAList],
  ["443,", notAList],
  ["443-", notAList],
  ["-443", notAList],
  ["443;80", notAList],
  ["*,443", notAList],
  ["0", "has a port that does not exist; use 1 to 65535"],
  ["65536", "has a port that does not exist; use 1 to 65535"],
  ["80,60000-70000", "has a port that does not exist; use 1 to 65535"],
  ["0443", "has a leading zero; leave it out"],
  ["443, 80", 'has spaces; use "443,80"'],
  ["8100-8000", 'has a range that ends before it starts; use "8000-8100"'],
])("%j is refused with the fix.", (ports, problem) => {
  expect(portsProblem(ports)).toBe(problem);
});
