import { environmentVariables } from "../../lib/config/environment-variables";
import { findings } from "./findings";

test.each(["LOG_LEVEL", "modelName", "MAX_TOKENS", "KEY_VAULT_URL", "TOKENIZER", "SECRET_NAME", "_a1"])(
  "The name %s is accepted.",
  (name) => {
    expect(findings(environmentVariables("ask"), { [name]: "text" })).toEqual([]);
  },
);

test.each([
  ["API_KEY", "a key"],
  ["apiKey", "a key"],
  ["STORAGE_KEYS", "a key"],
  ["CLIENT_SECRET", "a secret"],
  ["dbPassword", "a password"],
  ["PGPASSWD", "a password"],
  ["DB_PWD", "a password"],
  ["HF_TOKEN", "a token"],
  ["AWS_CREDENTIALS", "a credential"],
  ["DB_CONNECTION_STRING", "a connection string"],
  ["APPINSIGHTS_CONN_STR", "a connection string"],
])("The name %s is refused, for it is that of %s.", (name, what) => {
  expect(findings(environmentVariables("ask"), { [name]: "hunter2" })).toEqual([
    `${name}: has the name of ${what}; files hold references, never secrets: ask`,
  ]);
});

test.each([
  "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=hunter2",
  "Endpoint=sb://a;SharedAccessKey=hunter2",
  "Server=db;User=ml;Password=hunter2",
  "https://a.blob.core.windows.net/models?sv=2024&sig=hunter2",
  "key=AKIAHUNTER2HUNTER2AB;hunter2",
])("The value %s is refused, and is not printed.", (value) => {
  const [problem = "", ...others] = findings(environmentVariables("ask"), { SOURCE: value });

  expect(problem).toMatch(/^SOURCE: has an? .* in it; files hold references, never secrets/);
  expect(problem).not.toContain("hunter2");
  expect(others).toEqual([]);
});

test.each(["1A", "A-B", "A B", ""])("The name %j is refused, for no shell knows it.", (name) => {
  expect(findings(environmentVariables("ask"), { [name]: "text" })).toHaveLength(1);
});

test("A value that is no text is refused beside a secret.", () => {
  expect(findings(environmentVariables("ask"), { PORT: 80, API_KEY: "x" })).toHaveLength(2);
});

test.each([null, "x", 5, []])("%j is refused without throwing.", (value) => {
  expect(findings(environmentVariables("ask"), value)).toHaveLength(1);
});
