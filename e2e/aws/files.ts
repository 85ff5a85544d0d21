import { isMap, isSeq, type YAMLMap } from "yaml";
import { changeFirst, type Changes } from "../support/changes";
import { edited, onlyOn, type UserFiles } from "../support/files";

/** What notebooks run on, as far back as release 5.100 of the AWS provider, which moto fits, knows it. */
const OLDEST_NOTEBOOK_PLATFORM = "notebook-al2-v3";

/** The files with what is on AWS only. But for the platform of notebooks, the JSON is that of the files as they are. */
export function awsOnly(files: UserFiles): UserFiles {
  const { platform, tenants } = onlyOn("aws", files);
  return {
    platform: edited(platform, (document) => {
      if (document.has("aws")) document.setIn(["aws", "notebookPlatform"], OLDEST_NOTEBOOK_PLATFORM);
    }),
    tenants,
  };
}

/** The changes that are made to a tenant on AWS. */
export const AWS_CHANGES: Changes = {
  section: "aws",
  list: [
    {
      what: "a notebook's instance type and idle time",
      make: (aws) =>
        changeFirst(aws, "notebooks", (notebook) => {
          notebook.set("instanceType", notebook.get("instanceType") === "ml.t3.large" ? "ml.t3.xlarge" : "ml.t3.large");
          notebook.set("idleMinutes", notebook.get("idleMinutes") === 90 ? 120 : 90);
        }),
    },
    {
      what: "an endpoint's instance type",
      make: (aws) =>
        changeFirst(aws, "serving", (endpoint) => {
          endpoint.set(
            "instanceType",
            endpoint.get("instanceType") === "ml.m5.xlarge" ? "ml.m5.2xlarge" : "ml.m5.xlarge",
          );
        }),
    },
    {
      what: "a new user of Studio",
      make(aws: YAMLMap) {
        const users = aws.getIn(["studio", "users"]);
        if (!isSeq(users)) return false;
        users.add("newcomer");
        return true;
      },
    },
    {
      what: "the budget",
      make(aws: YAMLMap) {
        const budget = aws.get("budget");
        if (isMap(budget)) budget.set("monthlyUsd", Number(budget.get("monthlyUsd")) + 1);
        else aws.set("budget", { monthlyUsd: 100 });
        return true;
      },
    },
  ],
};
