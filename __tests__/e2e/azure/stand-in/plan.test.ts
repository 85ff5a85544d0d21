import { planned, withKnowns } from "../../../../e2e/azure/stand-in/plan";
import type { Attribute, Block } from "../../../../e2e/azure/stand-in/schema";
import { UNKNOWN, type Values } from "../../../../e2e/azure/stand-in/values";

const attribute = (name: string, flags: Partial<Attribute> = {}): Attribute => ({
  name,
  type: "string",
  required: false,
  optional: false,
  computed: false,
  ...flags,
});

const BLOCK: Block = {
  attributes: [
    attribute("name", { required: true }),
    attribute("note", { optional: true }),
    attribute("id", { computed: true }),
    attribute("zone", { optional: true, computed: true }),
    attribute("when", { optional: true, computed: true, default: "apply" }),
    attribute("answer", { computed: true }),
  ],
  blocks: [
    {
      name: "identity",
      nesting: "LIST",
      min: 0,
      max: 0,
      block: {
        attributes: [attribute("type", { required: true }), attribute("principal_id", { computed: true })],
        blocks: [],
      },
    },
  ],
};

const NOTHING = { renewed: [], replaces: () => false };
const proposed: Values = { name: "a", note: null, id: null, zone: null, when: null, answer: null, identity: [] };
const prior: Values = { ...proposed, id: "1", zone: "2", when: "apply", answer: "3" };

describe("what is new", () => {
  const plan = (changes: Values = {}) =>
    planned(BLOCK, { prior: null, proposed: { ...proposed, ...changes } }, NOTHING).state;

  test("has attributes that nobody knows before the apply.", () => {
    expect(plan()).toMatchObject({ id: UNKNOWN, zone: UNKNOWN, answer: UNKNOWN });
  });

  test("has what the configuration says.", () => {
    expect(plan({ zone: "z" })).toMatchObject({ name: "a", zone: "z" });
  });

  test("does not have what nobody gives it.", () => {
    expect(plan().note).toBeNull();
  });

  test("has what the provider decides without asking.", () => {
    expect(plan().when).toBe("apply");
  });

  test("has unknown attributes in its blocks, too.", () => {
    expect(plan({ identity: [{ type: "SystemAssigned", principal_id: null }] }).identity).toEqual([
      { type: "SystemAssigned", principal_id: UNKNOWN },
    ]);
  });
});

describe("what is there already", () => {
  test("stays what it is when nothing is changed.", () => {
    expect(planned(BLOCK, { prior, proposed: { ...prior } }, { renewed: ["answer"], replaces: () => true })).toEqual({
      state: prior,
      replacing: [],
    });
  });

  test("keeps what Azure once decided when something else is changed.", () => {
    const { state } = planned(BLOCK, { prior, proposed: { ...prior, note: "new" } }, NOTHING);

    expect(state).toEqual({ ...prior, note: "new" });
  });

  test("gets anew what comes anew with every change.", () => {
    const { state } = planned(
      BLOCK,
      { prior, proposed: { ...prior, note: "new" } },
      { ...NOTHING, renewed: ["answer"] },
    );

    expect(state.answer).toBe(UNKNOWN);
  });

  test("is replaced by the arguments that replace it, and by those that change only.", () => {
    const { replacing } = planned(
      BLOCK,
      { prior, proposed: { ...prior, name: "b", note: "new" } },
      { renewed: [], replaces: (name) => name === "name" || name === "zone" },
    );

    expect(replacing).toEqual(["name"]);
  });
});

test("What is unknown is made up at any depth, and nothing else is.", () => {
  const state: Values = { ...prior, id: UNKNOWN, identity: [{ type: "SystemAssigned", principal_id: UNKNOWN }] };

  expect(withKnowns(BLOCK, state, ({ name }) => `made-${name}`)).toEqual({
    ...prior,
    id: "made-id",
    identity: [{ type: "SystemAssigned", principal_id: "made-principal_id" }],
  });
});
