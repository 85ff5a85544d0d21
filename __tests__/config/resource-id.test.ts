import { parseResourceId, resourceId } from "../../lib/config/resource-id";
import { findings } from "./findings";

const subscription = "1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21";
const id = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake`;
const storage = resourceId("Microsoft.Storage/storageAccounts");
const example = "/subscriptions/<GUID>/resourceGroups/<name>/providers/Microsoft.Storage/storageAccounts/<name>";

describe("parseResourceId", () => {
  test("An id is split into its parts.", () => {
    expect(parseResourceId(id)).toEqual({
      subscriptionId: subscription,
      resourceGroup: "rg",
      type: "Microsoft.Storage/storageAccounts",
      name: "lake",
    });
  });

  test.each([
    "",
    "lake",
    id.toLowerCase(),
    `${id}/`,
    `${id}/blobServices/default`,
    id.replace("resourceGroups/rg/", ""),
    id.replace("/rg/", "/rg./"),
    id.replace("lake", "l ake"),
  ])("%j is not an id.", (text) => {
    expect(parseResourceId(text)).toBeUndefined();
  });
});

test("An id of the type is accepted.", () => {
  expect(findings(storage, id)).toEqual([]);
});

test.each<[title: string, text: string, finding: string]>([
  ["No id", "lake", `is not a resource id; use one such as "${example}"`],
  ["A placeholder", id.replace(subscription, "<GUID>"), `is not a resource id; use one such as "${example}"`],
  ["The id of a group", id.replace(/\/providers.*/, ""), `is not a resource id; use one such as "${example}"`],
  ["A missing slash", id.slice(1), `is not a resource id; use one such as "${example}"`],
  ["A space before the id", ` ${id}`, "has spaces around it; remove them"],
  ["A slash after the id", `${id}/`, 'ends in "/"; remove it'],
  [
    "A word in another case",
    id.replace("resourceGroups", "resourcegroups"),
    'has "resourcegroups"; write "resourceGroups"',
  ],
  [
    "The first word in another case",
    id.replace("subscriptions", "Subscriptions"),
    'has "Subscriptions"; write "subscriptions"',
  ],
  [
    "A subscription in upper case",
    id.replace(subscription, subscription.toUpperCase()),
    "has upper-case letters in its subscription id; write them in lower case",
  ],
  [
    "A group that ends in a dot",
    id.replace("/rg/", "/rg./"),
    `has the resource group "rg.", and no group's name ends in a dot; remove it`,
  ],
  [
    "A part of a resource",
    `${id}/blobServices/default`,
    "is the id of something inside a resource; use that of the resource itself",
  ],
  [
    "A type in another case",
    id.replace("Microsoft.Storage/storageAccounts", "microsoft.storage/storageaccounts"),
    "has the type microsoft.storage/storageaccounts in another case; write it Microsoft.Storage/storageAccounts",
  ],
  [
    "Another type",
    id.replace("Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults"),
    "is the id of a Microsoft.KeyVault/vaults; use that of a Microsoft.Storage/storageAccounts",
  ],
  [
    "A letter that only looks right",
    id.replace("/rg/", "/rх/"),
    'has the character "х" U+0445, which is not ASCII; use ASCII letters',
  ],
])("%s is refused with the fix.", (_, text, finding) => {
  expect(findings(storage, text).map((message) => message.replace(/^".*?" /, ""))).toEqual([finding]);
});

test("Of several types each is accepted, and all are named for another.", () => {
  const either = resourceId("Microsoft.KeyVault/vaults", "Microsoft.Storage/storageAccounts");

  expect(findings(either, id)).toEqual([]);
  expect(findings(either, id.replace("Microsoft.Storage/storageAccounts", "Microsoft.Cache/redis"))).toEqual([
    expect.stringContaining("use that of one of Microsoft.KeyVault/vaults, Microsoft.Storage/storageAccounts"),
  ]);
});
