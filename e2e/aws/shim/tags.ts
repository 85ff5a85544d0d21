import type { Json } from "./call";
import type { Gap, Remedy } from "./gap";
import type { Memory } from "./memory";

/** A tag as SageMaker has it. */
interface Tag {
  readonly Key: string;
  readonly Value: string;
}

const KIND = "tags";

/** Keeps the tags of a resource that moto keeps none of. */
export function keepTags(memory: Memory, arn: string, { Tags }: Json): void {
  memory.set(KIND, arn, { Tags: Tags ?? [] });
}

/** The tags of what `keepTags` was called for; moto is asked about everything else. */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  ListTags: {
    answer: ({ input }, memory) => withTags(memory, input, (tags) => ({ Tags: tags })),
  },
  AddTags: {
    answer: ({ input }, memory) =>
      withTags(memory, input, (tags) => {
        const added = (input.Tags ?? []) as Tag[];
        const kept = tags.filter(({ Key }) => !added.some((tag) => tag.Key === Key));
        return { Tags: [...kept, ...added] };
      }),
  },
  DeleteTags: {
    answer: ({ input }, memory) =>
      withTags(memory, input, (tags) => {
        const removed = (input.TagKeys ?? []) as string[];
        return { Tags: tags.filter(({ Key }) => !removed.includes(Key)) };
      }),
  },
};

function withTags(memory: Memory, { ResourceArn }: Json, change: (tags: readonly Tag[]) => Json) {
  const arn = String(ResourceArn);
  const kept = memory.get(KIND, arn);
  if (kept === undefined) return undefined;
  const json = change(kept.Tags as Tag[]);
  memory.set(KIND, arn, json);
  return { json };
}

/** The tags of SageMaker's resources that moto cannot list. */
export const SAGEMAKER_TAGS: Gap = {
  service: "sagemaker",
  lacks: "ListTags, AddTags and DeleteTags know no lifecycle configurations, user profiles and spaces",
  effect: "applying them fails (500)",
  does: "keeps the tags that they are created with",
  remedies: REMEDIES,
};
