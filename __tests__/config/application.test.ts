import { application } from "../../lib/config/application";
import { findings } from "./findings";

const GITHUB = "https://token.actions.githubusercontent.com";
const pipeline = { issuer: GITHUB, subject: "repo:acme/models:environment:production" };

/** What is wrong with a pipeline after changes to one that is right. */
function pipelineFindings(changes: object): string[] {
  return findings(application, { pipeline: { ...pipeline, ...changes } });
}

test("An empty registration takes accounts of the platform's own directory, and has no pipeline.", () => {
  expect(application.parse({})).toEqual({ audience: "single-directory" });
});

test("A pipeline's tokens are for Entra's token exchange unless the file says otherwise.", () => {
  expect(application.parse({ pipeline }).pipeline).toEqual({ ...pipeline, audience: "api://AzureADTokenExchange" });
});

test("An audience of directories that is neither is refused.", () => {
  expect(findings(application, { audience: "all" })).toHaveLength(1);
});

test.each(["password", "secret", "certificate"])("A %s has no place in a file.", (key) => {
  expect(findings(application, { [key]: "x" })).toHaveLength(1);
  expect(pipelineFindings({ [key]: "x" })).toHaveLength(1);
});

describe("The issuer of a pipeline's tokens", () => {
  test.each([
    "https://gitlab.com",
    "https://app.terraform.io/",
    "https://vstoken.dev.azure.com/2F0B6F3E-9a3b-4a7e-8a53-2d6f0c1b7e11",
    "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
    "https://gitlab.acme.example:8443",
  ])("may be %s.", (issuer) => {
    expect(pipelineFindings({ issuer, subject: "anything" })).toEqual([]);
  });

  test.each([
    ["http://gitlab.com", "https://gitlab.com"],
    ["gitlab.com", "https://gitlab.com"],
  ])("is no %s.", (issuer, mended) => {
    expect(pipelineFindings({ issuer })).toEqual([
      `pipeline.issuer: "${issuer}" is not the https URL of an issuer of tokens, without query or fragment; use "${mended}"`,
    ]);
  });

  test.each([
    "https://gitlab.com?a=b",
    "https://gitlab.com#a",
    "https://user:password@gitlab.com",
    "https://*.gitlab.com",
    "https://localhost",
    "https://",
    `https://gitlab.com/${"a".repeat(600)}`,
  ])("is no %s.", (issuer) => {
    expect(pipelineFindings({ issuer })).toHaveLength(1);
  });

  test("is required.", () => {
    expect(pipelineFindings({ issuer: undefined })).toHaveLength(1);
  });
});

describe("The subject of a pipeline's tokens", () => {
  const use =
    'use the whole "sub" claim of the pipeline\'s tokens, such as "repo:acme/models:environment:production": Entra compares every letter and knows no "*"';

  test.each(["repo:acme/models:*", "*", "repo:*/models:environment:production"])(
    "with a wildcard is refused: %s.",
    (subject) => {
      expect(pipelineFindings({ subject })).toEqual([
        `pipeline.subject: "${subject}" is not one whole subject; ${use}`,
      ]);
    },
  );

  test("that is empty is refused.", () => {
    expect(pipelineFindings({ subject: "" })).toEqual([`pipeline.subject: "" is empty; ${use}`]);
  });

  test("with a space around it is refused, with the mended one.", () => {
    expect(pipelineFindings({ subject: " a:b" })).toEqual(['pipeline.subject: " a:b" has spaces around it; use "a:b"']);
  });

  test("over 600 characters is refused.", () => {
    expect(pipelineFindings({ subject: "a".repeat(600) })).toEqual([]);
    expect(pipelineFindings({ subject: "a".repeat(601) })).toHaveLength(1);
  });

  test.each([
    "repo:acme/models:environment:production",
    "repo:acme/models:ref:refs/heads/main",
    "repository_owner_id:1234:environment:production",
  ])("of GitHub may be %s.", (subject) => {
    expect(pipelineFindings({ subject })).toEqual([]);
  });

  test("of GitHub may not be every pull request.", () => {
    expect(pipelineFindings({ subject: "repo:acme/models:pull_request" })).toEqual([
      'pipeline.subject: "repo:acme/models:pull_request" is every pull request of the repository, whoever opens it; use "repo:acme/models:environment:production", or another',
    ]);
  });

  test("of GitHub may not be a whole repository, which no token's subject is.", () => {
    expect(pipelineFindings({ subject: "repo:acme/models" })).toEqual([
      'pipeline.subject: "repo:acme/models" names no environment, branch or tag, and GitHub\'s subjects always do; use "repo:acme/models:environment:production", or another',
    ]);
  });

  test("of an enterprise's GitHub is held to the same.", () => {
    expect(pipelineFindings({ issuer: `${GITHUB}/acme`, subject: "repo:acme/models:pull_request" })).toHaveLength(1);
  });

  test("of another issuer may be anything.", () => {
    expect(pipelineFindings({ issuer: "https://gitlab.com", subject: "repo:acme/models" })).toEqual([]);
  });
});

test.each(["", "a b", "*"])("The audience %j of a pipeline's tokens is refused.", (audience) => {
  expect(pipelineFindings({ audience })).toHaveLength(1);
});

test.each([null, "x", 5, [], { pipeline: null }, { pipeline: { issuer: null, subject: 5 } }])(
  "%j is refused without throwing.",
  (value) => {
    expect(findings(application, value).length).toBeGreaterThan(0);
  },
);
