import { is } from "../../expectation";
import { settings } from "../../setting";

/** Containers of storage accounts. */
export const STORAGE_CONTAINER = settings("azurerm_storage_container", [
  {
    id: "azure-storage-container-access",
    severity: "critical",
    title: "Containers are private.",
    argument: "container_access_type",
    must: is("private", "blob"),
    mayBeAbsent: true,
    reason: "Everybody could read what is in the container, without any sign-in.",
    source: "Learn: Remediate anonymous read access to blob data",
    controls: ["MCSB NS-2", "CIS Azure 3.0.0 4.17"],
  },
]);
