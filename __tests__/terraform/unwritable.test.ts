import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AssetType, TerraformAsset, TerraformStack } from "../../lib/terraform/cdktf";
import { refuseUnwritable } from "../../lib/terraform/unwritable";
import { temporaryFolder } from "../support/files";
import { baseStack, loneStack, testApp } from "./plans";

test("a stack that has the name of its plan is not refused", () => {
  expect(() => {
    refuseUnwritable(loneStack("acme"), "acme");
  }).not.toThrow();
});

test("a stack that has another name than its plan is refused", () => {
  expect(() => {
    refuseUnwritable(loneStack("globex"), "acme");
  }).toThrow('the plan "acme" built the stack "globex"');
});

test("a stack beside the one that was planned is refused", () => {
  const app = testApp();
  const acme = baseStack(app, "acme");
  baseStack(app, "globex");

  expect(() => {
    refuseUnwritable(acme, "acme");
  }).toThrow('the plan "acme" also built "globex"; plan it by itself');
});

test("a stack inside another one is refused", () => {
  const acme = loneStack("acme");
  new TerraformStack(acme, "inner");

  expect(() => {
    refuseUnwritable(acme, "acme");
  }).toThrow('the stack "acme/inner" stands inside another one');
});

test("an asset is refused, for nobody would write its files", () => {
  const file = join(temporaryFolder(), "policy.json");
  writeFileSync(file, "{}");
  const acme = loneStack("acme");
  new TerraformAsset(acme, "policy", { path: file, type: AssetType.FILE });

  expect(() => {
    refuseUnwritable(acme, "acme");
  }).toThrow("acme/policy writes files of its own");
});
