import { visitAspects } from "./aspects";
import type { BaseStack } from "./base-stack";
import { AnnotationMetadataEntryType, App } from "./cdktf";
import { CheckFailed } from "./check-failed";
import { type Change, OutputFolder } from "./output-folder";
import { stableJson } from "./stable-json";
import { type StackJson, stackJson } from "./stack-json";
import { withinTokenMemory } from "./token-memory";
import type { Tree } from "./tree";
import { refuseUnwritable } from "./unwritable";

/** A stack that can be built. */
export interface StackPlan {
  /** Its name, which is also its construct id. */
  readonly name: string;
  /** Builds it in an app. */
  readonly build: (app: App) => BaseStack;
}

/** What to synthesize, and where to. */
export interface SynthesisOptions {
  /** The stacks to write. */
  readonly plans: readonly StackPlan[];
  /** The names of all stacks that there are: the files of others are stale and removed. */
  readonly known: readonly string[];
  /** The folder to write to. */
  readonly outdir: string;
  /** Called before each stack is built. Default: nothing. */
  readonly onStack?: (name: string, index: number) => void;
  /** What is wrong with a stack, by what its file would hold, a line each: then nothing is written. Default: nothing. */
  readonly check?: (name: string, stack: Tree) => readonly string[];
}

/** A stack that was synthesized. */
export interface SynthesizedStack {
  readonly name: string;
  readonly resources: number;
  /** Warnings of its constructs, each with the construct's path. */
  readonly warnings: readonly string[];
}

/** What a synthesis did. */
export interface SynthesisResult {
  readonly stacks: readonly SynthesizedStack[];
  /** What became of each stack's file. */
  readonly changes: ReadonlyMap<string, Change>;
}

/**
 * Builds, checks and renders stacks one after another, and then puts all files into place. Whatever throws on the way
 * (a construct, a validation, an error annotation, a reference to another stack, a finding of the check, a full disk)
 * leaves the folder as it was. The memory in use is that of one stack.
 */
export function synthesize({ plans, known, outdir, onStack, check }: SynthesisOptions): SynthesisResult {
  refuseHcl();
  const output = new OutputFolder(outdir);
  try {
    const app = new App({ outdir: output.stagingPath, stackTraces: false, hclOutput: false });
    const stacks: SynthesizedStack[] = [];
    const findings: string[] = [];
    const manifest: Record<string, unknown> = {};
    plans.forEach((plan, index) => {
      onStack?.(plan.name, index);
      withinTokenMemory(plan.name, () => {
        const stack = plan.build(app);
        refuseUnwritable(stack, plan.name);
        const { tree, text, annotations, ...summary } = synthesizeStack(stack);
        findings.push(...(check?.(plan.name, tree) ?? []));
        output.stage(plan.name, text);
        stacks.push({ name: plan.name, ...summary });
        manifest[plan.name] = manifestEntry(plan.name, annotations);
        app.node.tryRemoveChild(plan.name);
      });
    });
    if (findings.length > 0) throw new CheckFailed(findings);
    // With a selection, the manifest also names the other stacks that are there: cdktf deletes the folders of the rest.
    for (const name of output.stacks()) if (known.includes(name)) manifest[name] ??= manifestEntry(name, []);
    const version = app.node.tryGetContext("cdktfVersion") as string;
    return { stacks, changes: output.publish(known, stableJson({ version, stacks: manifest })) };
  } catch (error) {
    output.discard();
    throw error;
  }
}

interface Annotation {
  readonly constructPath: string;
  readonly level: string;
  readonly message: string;
}

function synthesizeStack(stack: BaseStack): StackJson & { warnings: string[]; annotations: Annotation[] } {
  visitAspects(stack);
  stack.runAllValidations();
  const annotations = stack.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => LEVELS.includes(type))
        .map(({ type, data }): Annotation => ({ constructPath: node.path, level: type, message: String(data) })),
    );
  const told = (level: string) =>
    annotations
      .filter((annotation) => annotation.level === level)
      .map(({ constructPath, message }) => `${constructPath}: ${message}`);
  const errors = told(AnnotationMetadataEntryType.ERROR);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return { ...stackJson(stack), warnings: told(AnnotationMetadataEntryType.WARN), annotations };
}

/** What `cdktf synth --hcl` sets. It would then look for files that nobody wrote. */
function refuseHcl(): void {
  if (["true", "1"].includes(process.env.SYNTH_HCL_OUTPUT ?? "")) {
    throw new Error("stacks are written as Terraform JSON, not as HCL; leave out --hcl (SYNTH_HCL_OUTPUT)");
  }
}

const LEVELS: readonly string[] = [
  AnnotationMetadataEntryType.INFO,
  AnnotationMetadataEntryType.WARN,
  AnnotationMetadataEntryType.ERROR,
];

/** A stack's entry in CDKTF's manifest.json. No stack depends on another, so that each can be deployed alone. */
function manifestEntry(name: string, annotations: readonly Annotation[]): unknown {
  return {
    name,
    constructPath: name,
    workingDirectory: `stacks/${name}`,
    synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
    stackMetadataPath: `stacks/${name}/metadata.json`,
    annotations,
    dependencies: [],
  };
}
