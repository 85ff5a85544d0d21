import { openAi } from "../../lib/config/openai";
import type { Content } from "../support/files";
import { findings } from "./findings";

const chat = { name: "chat", model: "gpt-4o", version: "2024-11-20" };
const findingsWith = (deployment: Content) => findings(openAi, { deployments: [{ ...chat, ...deployment }] });

test("A deployment processes data in its region, with ten thousand tokens a minute, unless the file says otherwise.", () => {
  expect(openAi.parse({ deployments: [chat] }).deployments).toEqual([{ ...chat, sku: "Standard", capacity: 10 }]);
});

test.each(["gpt-4o", "gpt-4.1-mini", "text-embedding-3-large", "o3"])("%s may be a model and a deployment.", (name) => {
  expect(findingsWith({ name, model: name })).toEqual([]);
});

test.each(["2024-11-20", "1", "0613", "turbo-2024-04-09"])("%s may be a version.", (version) => {
  expect(findingsWith({ version })).toEqual([]);
});

test.each<[field: string, value: unknown, finding: string]>([
  ["name", "GPT-4o", '"GPT-4o" has upper-case letters; use "gpt-4o"'],
  ["name", "a", '"a" has 1 character; use 2 at least'],
  ["name", "a".repeat(65), expect.stringMatching(/ has 65 characters; use 64 at most$/) as string],
  ["model", "gpt 4o", expect.stringMatching(/^"gpt 4o" is not a name .*; use one such as "gpt-4o"/) as string],
  ["model", "gpt--4o", expect.stringMatching(/^"gpt--4o" is not a name /) as string],
  ["version", "latest model", expect.stringMatching(/^"latest model" is not the version of a model/) as string],
])("A %s %j is refused.", (field, value, finding) => {
  expect(findingsWith({ [field]: value }).map((found) => found.replace(`deployments[0].${field}: `, ""))).toEqual([
    finding,
  ]);
});

test.each<[field: string, value: unknown]>([
  ["version", undefined],
  ["version", 1],
  ["sku", "Global"],
  ["capacity", 0],
  ["capacity", 2.5],
  ["upgrade", "auto"],
])("A deployment with %s %j is refused.", (field, value) => {
  expect(findingsWith({ [field]: value })).toHaveLength(1);
});

test("Two deployments of one name are refused.", () => {
  expect(findings(openAi, { deployments: [chat, chat] })).toEqual([
    'deployments[1].name: "chat" is already used by entry 1 of this list; use another',
  ]);
});

test("An account without deployments is refused.", () => {
  expect(findings(openAi, { deployments: [] })).toHaveLength(1);
  expect(findings(openAi, {})).toHaveLength(1);
});

/** Learn, "Azure OpenAI quotas and limits". */
test.each([
  [32, 0],
  [33, 1],
])("Of %d deployments of one account, %d is too many.", (count, problems) => {
  const deployments = Array.from({ length: count }, (_, index) => ({ ...chat, name: `chat-${index}` }));

  expect(findings(openAi, { deployments })).toHaveLength(problems);
});

test.each([null, "x", 5, [], { deployments: null }, { deployments: [null] }])(
  "%j is refused without throwing.",
  (value) => {
    expect(findings(openAi, value).length).toBeGreaterThan(0);
  },
);
