import { collectionInSharedStorage, endpoint } from "../../lib/config/endpoint";
import { findings } from "./findings";

const deployment = (name: string) => ({ name, model: "churn:3", instanceType: "Standard_DS3_v2" });
const [blue, green] = [deployment("blue"), deployment("green")];
const found = (changes: object) => findings(endpoint, { name: "churn", deployments: [blue, green], ...changes });

test("An endpoint without deployments is accepted, for models are often deployed by other means.", () => {
  expect(endpoint.parse({ name: "churn" })).toEqual({ name: "churn", deployments: [] });
});

test("One deployment needs no traffic in the file.", () => {
  expect(found({ deployments: [blue] })).toEqual([]);
});

test("Several deployments need it, and are told how to write it.", () => {
  expect(found({})).toEqual([
    "traffic: is required with several deployments; write { blue: 100, green: 0 } or another split",
  ]);
});

test.each([{ blue: 90, green: 10 }, { green: 100 }, { blue: 0 }, {}])("The traffic %j is accepted.", (traffic) => {
  expect(found({ traffic })).toEqual([]);
});

test.each<[traffic: object, problem: string]>([
  [{ blue: 90 }, "traffic: adds up to 90; the shares must be 100 in all, or 0"],
  [{ blue: 90, green: 20 }, "traffic: adds up to 110; the shares must be 100 in all, or 0"],
  [{ blue: 90, gren: 10 }, 'traffic.gren: "gren" is not a deployment of this endpoint; did you mean "green"?'],
  [{ blue: 90, pink: 10 }, 'traffic.pink: "pink" is not a deployment of this endpoint; there are: blue, green'],
])("The traffic %j is refused.", (traffic, problem) => {
  expect(found({ traffic })).toEqual([problem]);
});

test.each([{ blue: 99.5, green: 0.5 }, { blue: 110, green: -10 }, { blue: "100" }])(
  "The traffic %j is refused, for shares are whole percentages.",
  (traffic) => {
    expect(found({ traffic }).length).toBeGreaterThan(0);
  },
);

test("Traffic to an endpoint without deployments is refused.", () => {
  expect(found({ deployments: undefined, traffic: { blue: 100 } })).toEqual([
    'traffic.blue: "blue" is not a deployment of this endpoint; there are: none',
  ]);
});

test("Two deployments of one name are refused.", () => {
  expect(found({ deployments: [blue, blue], traffic: { blue: 100 } })).toEqual([
    'deployments[1].name: "blue" is already used by entry 1 of this list; use another',
  ]);
});

describe("mirrored traffic", () => {
  const traffic = { blue: 100 };

  test("goes to a deployment without live traffic.", () => {
    expect(found({ traffic, mirror: { deployment: "green", percent: 50 } })).toEqual([]);
  });

  test.each([0, 51, 2.5])("of %d percent is refused.", (percent) => {
    expect(found({ traffic, mirror: { deployment: "green", percent } })).toEqual([
      expect.stringMatching(/^mirror\.percent: /),
    ]);
  });

  test("of a deployment that has live traffic is refused.", () => {
    expect(found({ traffic, mirror: { deployment: "blue", percent: 10 } })).toEqual([
      'mirror.deployment: "blue" has live traffic, and can have mirrored traffic only without; set it to 0',
    ]);
  });

  test("of the only deployment is refused, for that has all the live traffic.", () => {
    expect(found({ deployments: [blue], mirror: { deployment: "blue", percent: 10 } })).toEqual([
      expect.stringMatching(/^mirror\.deployment: "blue" has live traffic/),
    ]);
  });

  test("of a deployment that is not there is refused.", () => {
    expect(found({ traffic, mirror: { deployment: "gren", percent: 10 } })).toEqual([
      'mirror.deployment: "gren" is not a deployment of this endpoint; did you mean "green"?',
    ]);
  });
});

test.each([
  null,
  "x",
  5,
  [],
  {},
  { name: "churn", deployments: {}, traffic: [], mirror: 5 },
  { name: "churn", deployments: [null, "x"], traffic: null, mirror: { deployment: 5 } },
])("%j is refused without throwing.", (value) => {
  expect(findings(endpoint, value).length).toBeGreaterThan(0);
});

describe("collectionInSharedStorage", () => {
  test("Every deployment that collects data is found, and no other.", () => {
    const collecting = { ...green, dataCollection: { collect: ["request"] } };

    expect(collectionInSharedStorage([{ deployments: [blue] }, { deployments: [blue, collecting] }])).toEqual([
      {
        path: ["endpoints", 1, "deployments", 1, "dataCollection"],
        message: expect.stringContaining("is for dedicated tenants only") as string,
      },
    ]);
  });

  test.each([undefined, null, "x", 5, {}, [null], ["x"], [{ deployments: null }], [{ deployments: [null] }]])(
    "Endpoints %j are passed over.",
    (endpoints) => {
      expect(collectionInSharedStorage(endpoints)).toEqual([]);
    },
  );
});
