import type { FileLocations } from "../lib/config/load";
import { FIRST_TENANT } from "./generate";
import type { NodeProcess } from "./measured-process";

/** What is compared. */
export type VariantName =
  "imports" | "selected" | "phasesOfSelected" | "bareNode" | "bareWrite" | "all" | "phasesOfAll" | "stock";

/** The process of each variant, for a folder to write to. Those that are divided by each other are neighbours. */
export type Variants = Readonly<Record<VariantName, (outdir: string) => NodeProcess>>;

/** How TypeScript is run: as `npm run synth` does, without the process that tsx's own command adds. */
const RUNNER = ["--import", "tsx"];

/**
 * The variants for one set of files.
 *
 * @param reference a folder that all stacks have been synthesized to, for the bare write to take its objects from
 * @param modules the provider modules that this project imports
 */
export function variants(files: FileLocations, reference: string, modules: readonly string[]): Variants {
  const typescript =
    (program: string, { args = [], env = {} }: Partial<NodeProcess> = {}) =>
    (outdir: string): NodeProcess => ({
      args: [...RUNNER, program, ...args],
      env: { PLATFORM_FILE: files.platform, TENANTS_DIR: files.tenants, CDKTF_OUTDIR: outdir, ...env },
    });
  const selection = { env: { TENANTS: FIRST_TENANT } };
  return {
    imports: typescript("bench/processes/import-only.ts", { args: ["cdktf", ...modules] }),
    selected: typescript("main.ts", selection),
    phasesOfSelected: typescript("bench/processes/phases.ts", selection),
    bareNode: () => ({ args: ["-e", "0"] }),
    bareWrite: (outdir) => ({ args: ["bench/processes/bare-write.cjs", reference, outdir] }),
    all: typescript("main.ts"),
    phasesOfAll: typescript("bench/processes/phases.ts"),
    stock: typescript("bench/processes/stock.ts"),
  };
}
