import { relative } from "node:path";
import { accountProblems } from "../../lib/blueprint/aws-account-checks";
import { awsFiles } from "../../lib/blueprint/aws";
import { loadFiles } from "../../lib/config/load";
import { formatProblem } from "../../lib/config/problem";
import { awsPlatform, awsTenant, type Content, PLATFORM_ACCOUNT, TENANT_ACCOUNT, written } from "../support/files";

const withAccount = (id: string, accountId: string) => awsTenant(id, { aws: { isolation: "account", accountId } });

function problemsOf(platformContent: Content, tenants: Content[]): string[] {
  const locations = written(platformContent, tenants);
  return accountProblems(awsFiles(loadFiles(locations))).map((problem) =>
    formatProblem({
      ...problem,
      file: relative(locations.folder, problem.file),
      message: problem.message.replaceAll(`${locations.folder}/`, ""),
    }),
  );
}

test("Tenants may each have an account, beside tenants in the platform's.", () => {
  const tenants = [withAccount("acme", TENANT_ACCOUNT), withAccount("globex", "333333333333"), awsTenant("initech")];

  expect(problemsOf(awsPlatform(), tenants)).toEqual([]);
});

test("A tenant's own account is not the platform's.", () => {
  expect(problemsOf(awsPlatform(), [withAccount("acme", PLATFORM_ACCOUNT)])).toEqual([
    `tenants/acme.yaml:7:14 aws.accountId: "${PLATFORM_ACCOUNT}" is the platform's (platform.yaml:6:14), and isolation: account is for an account of the tenant's own; use another account, or isolation: shared-account`,
  ]);
});

test("Two tenants with one account of their own are refused in the second file, with the position in the first.", () => {
  const tenants = ["acme", "globex"].map((id) => withAccount(id, TENANT_ACCOUNT));

  expect(problemsOf(awsPlatform(), tenants)).toEqual([
    expect.stringMatching(
      /^tenants\/globex\.yaml:7:14 aws\.accountId: "210987654321" is that of tenant acme \(tenants\/acme\.yaml:7:14\), and /,
    ),
  ]);
});

test("That is found beside a platform's file that is broken too.", () => {
  const tenants = ["acme", "globex"].map((id) => withAccount(id, TENANT_ACCOUNT));

  expect(problemsOf(awsPlatform({ prefix: "MLP" }), tenants)).toHaveLength(1);
});
