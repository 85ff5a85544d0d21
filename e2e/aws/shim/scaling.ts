import { type Call, type Json, textOf } from "./call";
import type { Gap } from "./gap";

const KIND = "scalable-target";

/** The parameters that together say what is scaled. */
const IDENTITY = ["ServiceNamespace", "ResourceId", "ScalableDimension"];

function keyOf({ account, region }: Call, target: Json): string {
  return [account, region, ...IDENTITY.map((field) => textOf(target, field))].join(" ");
}

/** Targets of autoscaling. */
export const SCALABLE_TARGETS: Gap = {
  service: "application-autoscaling",
  lacks: "ListTagsForResource is missing, and with it the tags of targets",
  effect: "applying a target fails (500)",
  does: "keeps the tags that a target is registered with",
  remedies: {
    RegisterScalableTarget: {
      amend(answer, call, memory) {
        const { Tags } = call.input;
        if (Tags !== undefined) memory.set(KIND, keyOf(call, call.input), { Tags });
        return answer;
      },
    },
    DescribeScalableTargets: {
      amend(answer, call, memory) {
        for (const target of (answer.ScalableTargets ?? []) as Json[]) {
          memory.set("scalable-target-arn", textOf(target, "ScalableTargetARN"), { key: keyOf(call, target) });
        }
        return answer;
      },
    },
    ListTagsForResource: {
      answer(call, memory) {
        const key = textOf(memory.get("scalable-target-arn", textOf(call.input, "ResourceARN")) ?? {}, "key");
        return { json: { Tags: memory.get(KIND, key)?.Tags ?? {} } };
      },
    },
  },
};
