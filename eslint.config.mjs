import jest from "eslint-plugin-jest";
import tseslint from "typescript-eslint";

/**
 * Which folders of lib a folder of lib may import. Data flows one way: files, config, blueprint, constructs, stacks, app.
 * A folder that is not named here may import nothing from lib.
 */
const MAY_IMPORT = {
  config: [],
  blueprint: ["config"],
  terraform: ["config", "blueprint"],
  azapi: ["terraform"],
  azure: ["blueprint", "terraform", "azapi"],
  aws: ["blueprint", "terraform"],
  stacks: ["blueprint", "terraform", "azure", "aws"],
  // Rules see what is written, and never what writes it.
  rules: ["config", "blueprint", "terraform"],
  cli: ["app", "config", "blueprint", "terraform", "azapi", "azure", "aws", "stacks", "rules"],
};
const FOLDERS = Object.keys(MAY_IMPORT);

const PROVIDER_INDEX = {
  regex: "^@cdktf/provider-[a-z]+(/lib)?/?$",
  message:
    "An index import of a provider costs seconds and a gigabyte: import one resource, as in @cdktf/provider-azurerm/lib/subnet.",
};
const CDKTF_SEAM = {
  regex: "^cdktf(/.*)?$",
  message: "Import from lib/terraform/cdktf.ts, so that the project can move to another release of CDKTF in one place.",
};

function layer(folder, allowed) {
  const forbidden = [...FOLDERS, "app", "e2e"].filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`lib/${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            PROVIDER_INDEX,
            ...(folder === "terraform" ? [] : [CDKTF_SEAM]),
            {
              regex: `^(\\.\\./)+(${forbidden.join("|")})(/|$)`,
              message: `lib/${folder} may import only ${allowed.length > 0 ? allowed.map((name) => `lib/${name}`).join(", ") : "nothing else of lib"}.`,
            },
          ],
        },
      ],
    },
  };
}

const FROM_E2E = { regex: "(^|/)e2e/", message: "Nothing in lib may import the end-to-end runs." };

/** The end-to-end runs use the product from outside: its files, its literals and its JSON, never its constructs. */
const E2E = {
  files: ["e2e/**/*.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          PROVIDER_INDEX,
          CDKTF_SEAM,
          {
            regex: `^(\\.\\./)+lib/(azapi|azure|aws|stacks)(/|$)`,
            message: "e2e may import only lib/app, lib/cli, lib/config, lib/blueprint and lib/terraform.",
          },
        ],
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ["node_modules", "cdktf.out", "coverage"] },
  { files: ["**/*.ts"], extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked] },
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ["**/*.ts"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [PROVIDER_INDEX] }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }],
      // Constructs register themselves with their scope.
      "no-new": "off",
    },
  },
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => layer(folder, allowed)),
  {
    files: ["main.ts", "lib/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [PROVIDER_INDEX, FROM_E2E] }] },
  },
  E2E,
  {
    files: ["__tests__/**/*.ts"],
    extends: [jest.configs["flat/recommended"]],
    rules: { "jest/expect-expect": ["error", { assertFunctionNames: ["expect*", "fc.assert"] }] },
  },
  {
    // Edits of files as people write them: they have no type before they are checked.
    files: ["__tests__/stacks/edits/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
);
