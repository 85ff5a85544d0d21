import { budget, endpointAlerts, platformAlerts } from "../../lib/config/operations";
import { findings } from "./findings";

describe("budget", () => {
  test.each(["2017-06", "2017-12", "2018-01", "2026-10", "2099-12"])("The month %s is accepted.", (since) => {
    expect(findings(budget, { monthly: 1, since })).toEqual([]);
  });

  test.each([
    ["2026-01-01", '"2026-01-01" is not a month; use "2026-01"'],
    ["2026-13", '"2026-13" is not a month; use one such as "2026-01"'],
    ["2017-05", '"2017-05" is not a month; use one such as "2026-01"'],
    ["January", '"January" is not a month; use one such as "2026-01"'],
  ])("The month %s is refused.", (since, message) => {
    expect(findings(budget, { monthly: 1, since })).toEqual([`since: ${message}`]);
  });

  test("An amount below one is refused.", () => {
    expect(findings(budget, { monthly: 0, since: "2026-01" })).toHaveLength(1);
  });

  test("A budget without a month is refused, for Azure needs the start and nothing here knows the date.", () => {
    expect(findings(budget, { monthly: 100 })).toHaveLength(1);
  });

  test("Something that is no e-mail address is refused.", () => {
    expect(findings(budget, { monthly: 1, since: "2026-01", notify: ["ml"] })).toHaveLength(1);
  });
});

describe("alerts", () => {
  test("The limits that a file does not set have defaults.", () => {
    expect(endpointAlerts.parse({})).toEqual({ latencyMs: 2000, errorsPerMinute: 5 });
  });

  test("A latency over Azure's longest request is refused: the alert could never fire.", () => {
    expect(findings(endpointAlerts, { latencyMs: 180_001 })).toHaveLength(1);
  });

  test("Something that is no e-mail address is refused.", () => {
    expect(findings(platformAlerts, { emails: ["nobody"] })).toEqual([
      'emails[0]: "nobody" is not an e-mail address; use one such as "ml@acme.example"',
    ]);
  });
});
