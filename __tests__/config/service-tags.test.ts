import {
  FORBIDDEN_SERVICE_TAGS,
  REGIONAL_SERVICE_TAG_PATTERN,
  SERVICE_TAGS,
  serviceTagProblem,
} from "../../lib/config/service-tags";

test("Every tag of the table is accepted.", () => {
  expect(SERVICE_TAGS.filter((tag) => serviceTagProblem(tag) !== undefined)).toEqual([]);
});

test("The table is sorted and holds each tag once.", () => {
  expect(SERVICE_TAGS).toEqual([...new Set(SERVICE_TAGS)].sort());
});

test("No tag is in both tables.", () => {
  expect(SERVICE_TAGS.filter((tag) => FORBIDDEN_SERVICE_TAGS.has(tag))).toEqual([]);
});

test.each(["Storage.westeurope", "Sql.eastus2"])("%s, a tag with a region, is accepted.", (tag) => {
  expect(serviceTagProblem(tag)).toBeUndefined();
  expect(tag).toMatch(new RegExp(REGIONAL_SERVICE_TAG_PATTERN));
});

const unknown = "is not a service tag that a managed network knows";
const everyMachine =
  "opens the managed network to every machine that anybody runs in Azure; use the tag of the service";

test.each<[tag: string, problem: string]>([
  ["Internet", "opens the managed network to the whole internet; use fqdn rules for the hosts that are needed"],
  ["AzureCloud", everyMachine],
  ["AzureCloud.westeurope", everyMachine],
  ["AzureCloud.WestEurope", everyMachine],
  ["AzureMonitr", `${unknown}; did you mean "AzureMonitor"?`],
  ["azuremonitor", `${unknown}; did you mean "AzureMonitor"?`],
  ["storage.WestEurope", `${unknown}; did you mean "Storage.westeurope"?`],
  ["AzureFrontDoor.backend", `${unknown}; did you mean "AzureFrontDoor.Backend"?`],
  ["AzureFrontDoor.Backend.westeurope", `${unknown}; did you mean "AzureFrontDoor.Backend"?`],
  ["Storage.WestEurope", 'has upper-case letters in its region; use "Storage.westeurope"'],
  ["Stоrage", 'has the character "о" U+043E, which is not ASCII; use ASCII letters'],
  ["", `${unknown}; use one such as "AzureManagedGrafana" or "EventHub.westeurope"`],
  ["Foo", `${unknown}; use one such as "AzureManagedGrafana" or "EventHub.westeurope"`],
  ["constructor", `${unknown}; use one such as "AzureManagedGrafana" or "EventHub.westeurope"`],
  ["toString.westeurope", `${unknown}; use one such as "AzureManagedGrafana" or "EventHub.westeurope"`],
])("%j is refused with the fix.", (tag, problem) => {
  expect(serviceTagProblem(tag)).toBe(problem);
});
