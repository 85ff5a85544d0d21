import type { AzurePlatform } from "../config/platform";
import { localName, type Owner } from "./names";

/** Where the activity logs of a platform's subscriptions go. */
export interface ActivityLogBlueprint {
  /**
   * The name of the diagnostic setting in each subscription. Platforms that share a subscription have different ones;
   * Azure takes five settings of a subscription (Learn, "Diagnostic settings in Azure Monitor").
   */
  readonly setting: string;
  /** The platform's subscription, then those of its tenants: each once. */
  readonly subscriptionIds: readonly string[];
}

/** What is kept of an activity log (CIS Azure Foundations 5.0.0, 6.1.1.2). */
export const ACTIVITY_LOG_CATEGORIES = ["Administrative", "Alert", "Policy", "Security"] as const;

/** Resolves where the activity logs of a platform go. */
export function activityLogBlueprint({ azure }: AzurePlatform, owner: Owner): ActivityLogBlueprint {
  return {
    setting: localName("diagnosticSetting", owner, "hub-activity-log"),
    subscriptionIds: [...new Set([azure.subscriptionId, ...azure.tenantSubscriptions])],
  };
}
