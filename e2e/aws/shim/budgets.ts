import { type Call, type Json, textOf } from "./call";
import type { Gap } from "./gap";
import type { Memory } from "./memory";

/** A notification of a budget, and who gets it. */
interface Told {
  readonly Notification: Json;
  readonly Subscribers: readonly Json[];
}

const KIND = "budget";
const keyOf = ({ account }: Call, name: string) => `${account}/${name}`;

function toldBy(memory: Memory, key: string): readonly Told[] {
  return (memory.get(KIND, key)?.told ?? []) as Told[];
}

function sameNotification(one: Json, other: Json): boolean {
  return ["NotificationType", "ComparisonOperator", "Threshold"].every((field) => one[field] === other[field]);
}

/** Budgets. */
export const BUDGETS: Gap = {
  service: "budgets",
  lacks: "the subscribers of notifications and the tags of budgets are missing",
  effect: "applying a budget fails (500)",
  does: "keeps them",
  remedies: {
    CreateBudget: {
      amend(answer, call, memory) {
        const { Budget, NotificationsWithSubscribers, ResourceTags } = call.input;
        const key = keyOf(call, textOf(Budget as Json, "BudgetName"));
        memory.set(KIND, key, { told: NotificationsWithSubscribers ?? [], tags: ResourceTags ?? [] });
        return answer;
      },
    },
    UpdateBudget: {
      answer(call, memory) {
        const budget = call.input.NewBudget as Json;
        memory.merge(KIND, keyOf(call, textOf(budget, "BudgetName")), { budget });
        return { json: {} };
      },
    },
    DescribeBudget: {
      amend(answer, call, memory) {
        const changed = memory.get(KIND, keyOf(call, textOf(call.input, "BudgetName")))?.budget as Json | undefined;
        return { ...answer, Budget: { ...(answer.Budget as Json), ...changed } };
      },
    },
    CreateNotification: {
      amend(answer, call, memory) {
        const { BudgetName, Notification, Subscribers } = call.input;
        const key = keyOf(call, String(BudgetName));
        memory.merge(KIND, key, { told: [...toldBy(memory, key), { Notification, Subscribers }] });
        return answer;
      },
    },
    DescribeSubscribersForNotification: {
      answer(call, memory) {
        const wanted = call.input.Notification as Json;
        const told = toldBy(memory, keyOf(call, textOf(call.input, "BudgetName")));
        const found = told.find(({ Notification }) => sameNotification(Notification, wanted));
        return { json: { Subscribers: found?.Subscribers ?? [] } };
      },
    },
    ListTagsForResource: {
      answer(call, memory) {
        const name = textOf(call.input, "ResourceARN").split(":budget/").at(-1) ?? "";
        return { json: { ResourceTags: memory.get(KIND, keyOf(call, name))?.tags ?? [] } };
      },
    },
    DeleteBudget: {
      amend(answer, call, memory) {
        memory.delete(KIND, keyOf(call, textOf(call.input, "BudgetName")));
        return answer;
      },
    },
  },
};
