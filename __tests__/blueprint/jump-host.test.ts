import { parse } from "yaml";
import { ADMINS, USERS, WHOLE_HUB } from "../support/files";
import { hubOf } from "./configs";

const jumpHost = hubOf({ azure: { hub: WHOLE_HUB } }).bastion?.jumpHost;

/** azurerm, the rule of `admin_username`: the names that are words in themselves. */
const REFUSED = [
  ..."administrator admin user user1 test user2 test1 user3 admin1 1 123 a actuser adm admin2 aspnet backup".split(" "),
  ..."console david guest john owner root server sql support support_388945a0 sys test2 test3 user4 user5".split(" "),
];

test("the machine's own account has a name that Azure takes", () => {
  expect(REFUSED).not.toContain(jumpHost?.account.name);
});

test("packages come over HTTPS, for nothing else leaves the subnet", () => {
  const { apt } = parse(jumpHost?.cloudConfig ?? "") as { apt: Record<string, { uri: string }[]> };

  expect(Object.values(apt).flatMap((mirrors) => mirrors.map(({ uri }) => new URL(uri).protocol))).toEqual([
    "https:",
    "https:",
  ]);
});

test("what cloud-init gets begins with the line that says what it is", () => {
  expect(jumpHost?.cloudConfig).toMatch(/^#cloud-config\n/);
});

test("administrators and users are those of the file", () => {
  expect(jumpHost).toMatchObject({
    admins: [{ objectId: ADMINS, type: "Group" }],
    users: [{ objectId: USERS, type: "Group" }],
  });
});
