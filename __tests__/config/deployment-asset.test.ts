import { asset, parseWorkspaceAsset } from "../../lib/config/deployment-asset";
import { findings } from "./findings";

const SUBSCRIPTION = "/subscriptions/1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21/resourceGroups/rg";
const ml = `${SUBSCRIPTION}/providers/Microsoft.MachineLearningServices`;

test.each([
  "churn:3",
  "Phi-3.5_mini:2024-08-01.1",
  "azureml://registries/azureml/models/Phi-4/versions/7",
  `${ml}/registries/models-of-acme/models/churn/versions/3`,
])("The model %s is accepted.", (text) => {
  expect(findings(asset("models"), text)).toEqual([]);
});

test.each<[text: string, problem: string]>([
  ["churn", 'is neither "name:version" nor "azureml://registries/<registry>/models/<name>/versions/<version>"'],
  ["churn:", "is neither"],
  ["", "is neither"],
  ["churn:3:4", "is neither"],
  ["azureml:churn:3", 'has the prefix of the command line; use "churn:3"'],
  ["churn@latest", "has a label, which moves; use a version"],
  ["azureml:churn@latest", "has a label, which moves; use a version"],
  [" churn:3", "has spaces around it; remove them"],
  ["сhurn:3", 'has the character "с" U+0441'],
  [`${ml}/workspaces/ws/models/churn/versions/3`, 'is the id of something in a workspace; use "name:version"'],
  [
    "azureml://registries/azureml/environments/sklearn/versions/7",
    "is one of a registry's environments; use one of its",
  ],
  ["azureml://registries/azureml/models/Phi-4/labels/latest", "is neither"],
])("The model %j is refused.", (text, problem) => {
  expect(findings(asset("models"), text)).toEqual([expect.stringContaining(problem) as string]);
});

test("A name with a version is taken apart, and the id of a registry's asset is not.", () => {
  expect(parseWorkspaceAsset("churn:3")).toEqual({ name: "churn", version: "3" });
  expect(parseWorkspaceAsset("azureml://registries/azureml/models/Phi-4/versions/7")).toBeUndefined();
});
