import type { Rule } from "../../rule";
import { ALERT_WINDOW } from "./alert-window";
import { ALERT_SETTINGS } from "./alerts";
import { APP_ROLE_ASSIGNMENT } from "./app-role-assignment";
import { APP_ROLES_UNIQUE, APP_ROLE_EXISTS } from "./app-roles";
import { APPLICATION_IDENTIFIER } from "./application-identifier";
import { APPLICATION_INSIGHTS } from "./application-insights";
import { APPLICATION } from "./application";
import { AUTOSCALE, AUTOSCALE_CAPACITY } from "./autoscale";
import { AZAPI_BODY } from "./azapi-body";
import { AZAPI_PROPERTIES } from "./azapi-properties";
import { AZAPI_REQUEST } from "./azapi-request";
import { AZAPI_TYPE } from "./azapi-type";
import { BASTION_HOST } from "./bastion-host";
import { BASTION_SUBNET_SIZE } from "./bastion-subnet";
import { BUDGET, BUDGET_CONTACTS } from "./budget";
import { CLUSTER_SCALING } from "./cluster-scaling";
import { COGNITIVE_ACCOUNT } from "./cognitive-account";
import { COGNITIVE_DEPLOYMENT } from "./cognitive-deployment";
import { COMPUTE_CLUSTER } from "./compute-cluster";
import { COMPUTE_INSTANCE } from "./compute-instance";
import { COMPUTE_TYPE } from "./compute-type";
import { CONTAINER_REGISTRY } from "./container-registry";
import { DIAGNOSTIC_DESTINATION } from "./diagnostic-setting";
import { PROVIDER_TENANT, RESOURCE_TENANT } from "./entra-tenant";
import { FEDERATED_CREDENTIAL, FLEXIBLE_CREDENTIAL } from "./federated-credential";
import { FEDERATED_ISSUER } from "./federated-issuer";
import { FLOW_LOG_SETTINGS } from "./flow-log";
import { FORBIDDEN_TYPES } from "./forbidden";
import { IGNORED_CHANGES } from "./ignored-changes";
import { ISOLATION_MODE_AGREES } from "./isolation-mode";
import { KEY_VAULT } from "./key-vault";
import { LINUX_VIRTUAL_MACHINE } from "./linux-virtual-machine";
import { LOCATION } from "./location";
import { LOG_ANALYTICS } from "./log-analytics";
import { MACHINE_LEARNING_WORKSPACE, FIRST_ISOLATION_MODE } from "./machine-learning-workspace";
import { MANAGED_NETWORK } from "./managed-network";
import { MANAGEMENT_LOCK } from "./management-lock";
import { NAT_GATEWAY } from "./nat-gateway";
import { NETWORK_INTERFACE } from "./network-interface";
import { NETWORK_SECURITY_GROUP } from "./network-security-group";
import { ONLINE_DEPLOYMENT } from "./online-deployment";
import { ONLINE_ENDPOINT } from "./online-endpoint";
import { OUTBOUND_DESTINATION } from "./outbound-destination";
import { OUTBOUND_RULE } from "./outbound-rule";
import { PRIVATE_DNS_ZONE } from "./private-dns-zone";
import { PRIVATE_ENDPOINT } from "./private-endpoint";
import { PRIVATE_LINK_SCOPE } from "./private-link-scope";
import { PROVIDERS } from "./providers";
import { PUBLIC_IP } from "./public-ip";
import { RESOURCE_GROUP } from "./resource-group";
import { ROLE_ASSIGNMENT } from "./role-assignment";
import { ROLE_DEFINITION } from "./role-definition";
import { ROUTE } from "./route";
import { SECURITY_RULE_VALID } from "./security-rule";
import { SERVICE_PRINCIPAL } from "./service-principal";
import { SSH_USER } from "./ssh-user";
import { STATE_BACKEND } from "./state-backend";
import { STATE_CONTAINER } from "./state-container";
import { STORAGE_ACCOUNT } from "./storage-account";
import { STORAGE_CONTAINER } from "./storage-container";
import { SUBNET } from "./subnet";
import { TERRAFORM_BLOCK } from "./terraform-block";
import { TIME_SLEEP } from "./time-sleep";
import { TRAFFIC_SHARES } from "./traffic";
import { VIRTUAL_MACHINE_EXTENSION } from "./virtual-machine-extension";
import { VIRTUAL_NETWORK_PEERING } from "./virtual-network-peering";
import { VIRTUAL_NETWORK } from "./virtual-network";
import { WORKSPACE_STORAGE } from "./workspace-storage";

/** Rules about arguments, by type of resource. */
export const AZURE_SETTINGS: readonly Rule[] = [
  ALERT_WINDOW,
  ...ALERT_SETTINGS,
  ...APP_ROLE_ASSIGNMENT,
  APP_ROLES_UNIQUE,
  APP_ROLE_EXISTS,
  ...APPLICATION_IDENTIFIER,
  ...APPLICATION_INSIGHTS,
  ...APPLICATION,
  ...AUTOSCALE,
  AUTOSCALE_CAPACITY,
  ...AZAPI_BODY,
  AZAPI_PROPERTIES,
  ...AZAPI_REQUEST,
  AZAPI_TYPE,
  ...BASTION_HOST,
  BASTION_SUBNET_SIZE,
  ...BUDGET,
  BUDGET_CONTACTS,
  ...CLUSTER_SCALING,
  ...COGNITIVE_ACCOUNT,
  ...COGNITIVE_DEPLOYMENT,
  ...COMPUTE_CLUSTER,
  ...COMPUTE_INSTANCE,
  ...COMPUTE_TYPE,
  ...CONTAINER_REGISTRY,
  ...DIAGNOSTIC_DESTINATION,
  PROVIDER_TENANT,
  RESOURCE_TENANT,
  ...FEDERATED_CREDENTIAL,
  ...FLEXIBLE_CREDENTIAL,
  FEDERATED_ISSUER,
  ...FLOW_LOG_SETTINGS,
  ...FORBIDDEN_TYPES,
  IGNORED_CHANGES,
  ISOLATION_MODE_AGREES,
  ...KEY_VAULT,
  ...LINUX_VIRTUAL_MACHINE,
  LOCATION,
  ...LOG_ANALYTICS,
  ...MACHINE_LEARNING_WORKSPACE,
  ...FIRST_ISOLATION_MODE,
  ...MANAGED_NETWORK,
  ...MANAGEMENT_LOCK,
  ...NAT_GATEWAY,
  ...NETWORK_INTERFACE,
  ...NETWORK_SECURITY_GROUP,
  ...ONLINE_DEPLOYMENT,
  ...ONLINE_ENDPOINT,
  OUTBOUND_DESTINATION,
  ...OUTBOUND_RULE,
  ...PRIVATE_DNS_ZONE,
  ...PRIVATE_ENDPOINT,
  ...PRIVATE_LINK_SCOPE,
  ...PROVIDERS,
  ...PUBLIC_IP,
  ...RESOURCE_GROUP,
  ...ROLE_ASSIGNMENT,
  ...ROLE_DEFINITION,
  ...ROUTE,
  SECURITY_RULE_VALID,
  ...SERVICE_PRINCIPAL,
  SSH_USER,
  ...STATE_BACKEND,
  STATE_CONTAINER,
  ...STORAGE_ACCOUNT,
  ...STORAGE_CONTAINER,
  ...SUBNET,
  ...TERRAFORM_BLOCK,
  ...TIME_SLEEP,
  TRAFFIC_SHARES,
  ...VIRTUAL_MACHINE_EXTENSION,
  ...VIRTUAL_NETWORK_PEERING,
  ...VIRTUAL_NETWORK,
  ...WORKSPACE_STORAGE,
];
