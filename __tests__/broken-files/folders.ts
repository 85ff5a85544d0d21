import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { all, type BrokenFile, inAcme, removed, VALID_FILES, written } from "./broken-file";

function linked(file: string, target: string): BrokenFile["breakIn"] {
  return all(removed(file), (folder) => {
    symlinkSync(target, join(folder, file));
  });
}

function renamed(from: string, to: string): BrokenFile["breakIn"] {
  return (folder) => {
    renameSync(join(folder, from), join(folder, to));
  };
}

function madeFolder(file: string): BrokenFile["breakIn"] {
  return (folder) => {
    mkdirSync(join(folder, file), { recursive: true });
  };
}

const ACME = "tenants/acme.yaml";
const ACME_TEXT = VALID_FILES[ACME] ?? "";
const notATenant = "is not a tenant's file; rename it to <tenant>.yaml, or move it out of this folder";

/** Files that are missing, misnamed, or no files. */
export const FOLDERS: readonly BrokenFile[] = [
  {
    name: "A tenant's file is a folder.",
    breakIn: madeFolder("tenants/initech.yaml"),
    expected: ["tenants/initech.yaml: is a folder, not a file"],
  },
  {
    name: "A tenant's file is a link out of the tenants' folder.",
    breakIn: all(written("elsewhere.yaml", ACME_TEXT), linked(ACME, "../elsewhere.yaml")),
    expected: [`${ACME}: is a symbolic link out of the tenants folder; put the file itself there`],
  },
  {
    name: "A tenant's file is a link to nothing.",
    breakIn: linked(ACME, "gone.yaml"),
    expected: [`${ACME}: is a symbolic link to a file that does not exist`],
  },
  {
    name: "A tenant's file is a link to another tenant's.",
    breakIn: linked(ACME, "globex.yaml"),
    expected: [
      `${ACME}:1:9 tenant: "globex" is not the file's name, "acme"; write "acme", or rename the file to globex.yaml`,
    ],
  },
  {
    name: "A tenant's file is a pipe that nobody writes to.",
    breakIn: all(removed(ACME), (folder) => {
      execFileSync("mkfifo", [join(folder, ACME)]);
    }),
    expected: [`${ACME}: is not a regular file but a pipe, a socket or a device`],
  },
  {
    name: "A tenant's file has another name than the tenant.",
    breakIn: renamed(ACME, "tenants/initech.yaml"),
    expected: [
      'tenants/initech.yaml:1:9 tenant: "acme" is not the file\'s name, "initech"; write "initech", or rename the file to acme.yaml',
    ],
  },
  {
    name: "Two files are of one tenant.",
    breakIn: written("tenants/acme2.yaml", ACME_TEXT.replace("10.20.8.0", "10.20.9.0")),
    expected: [
      'tenants/acme2.yaml:1:9 tenant: "acme" is not the file\'s name, "acme2"; write "acme2", or rename the file to acme.yaml',
    ],
  },
  {
    name: "A tenant's file has upper-case letters in its name.",
    breakIn: renamed(ACME, "tenants/ACME.yaml"),
    expected: ['tenants/ACME.yaml:1:9 tenant: "acme" is not the file\'s name, "ACME"; rename the file to acme.yaml'],
  },
  {
    name: "A tenant's file has a letter in its name that only looks right.",
    breakIn: renamed(ACME, "tenants/аcme.yaml"),
    expected: [
      'tenants/аcme.yaml:1:9 tenant: "acme" is not the file\'s name, "аcme", which has the character "а" U+0430, which is not ASCII; rename the file to acme.yaml',
    ],
  },
  {
    name: "A tenant's id has a letter that only looks right.",
    breakIn: inAcme("tenant: acme", "tenant: аcme"),
    expected: [
      `${ACME}:1:9 tenant: "аcme" has the character "а" U+0430, which is not ASCII; use one such as "churn" or "acme-eu"`,
    ],
  },
  {
    name: "A tenant's file ends in .yml.",
    breakIn: renamed(ACME, "tenants/acme.yml"),
    expected: [`tenants/acme.yml: ${notATenant}`],
  },
  {
    name: "A backup of a tenant's file stands beside it.",
    breakIn: written("tenants/acme.yaml.bak", ACME_TEXT),
    expected: [`tenants/acme.yaml.bak: ${notATenant}`],
  },
  {
    name: "The tenants' folder is missing.",
    breakIn: removed("tenants"),
    expected: ["tenants: does not exist; make this folder, or name another one in TENANTS_DIR"],
  },
  {
    name: "The tenants' folder is a file.",
    breakIn: all(removed("tenants"), written("tenants", ACME_TEXT)),
    expected: ["tenants: is a file, not a folder; name the folder of the tenants' files in TENANTS_DIR"],
  },
  {
    name: "The platform's file is missing.",
    breakIn: removed("platform.yaml"),
    expected: ["platform.yaml: does not exist"],
  },
  {
    name: "The platform's file is a folder.",
    breakIn: all(removed("platform.yaml"), madeFolder("platform.yaml")),
    expected: ["platform.yaml: is a folder, not a file"],
  },
];
