import type { Rule } from "../../rule";
import { ACCOUNT } from "./account";
import { ALARM } from "./alarm";
import { BUCKET } from "./bucket";
import { BUCKET_ENCRYPTION } from "./bucket-encryption";
import { BUCKET_LIFECYCLE } from "./bucket-lifecycle";
import { BUCKET_LOGGING } from "./bucket-logging";
import { BUCKET_ONE_POLICY } from "./bucket-one-policy";
import { BUDGET } from "./budget";
import { DRIFT } from "./drift";
import { ENDPOINT } from "./endpoint";
import { ENDPOINT_CONFIGURATION } from "./endpoint-configuration";
import { ENDPOINT_LOGS } from "./endpoint-logs";
import { ENDPOINT_SCALING } from "./endpoint-scaling";
import { INTERNET } from "./internet";
import { KEY_PURPOSE } from "./key-purpose";
import { KMS_KEY } from "./kms-key";
import { LOG_DESTINATION } from "./log-destination";
import { LOG_GROUP } from "./log-group";
import { MODEL } from "./model";
import { MODEL_ORIGIN } from "./model-origin";
import { MONITORING_JOB } from "./monitoring-job";
import { NETWORK } from "./network";
import { NOTEBOOK } from "./notebook";
import { ORDER_BUCKET } from "./order-bucket";
import { ORDER_ROLE_POLICIES } from "./order-role-policies";
import { PARAMETER } from "./parameter";
import { PROTECTION } from "./protection";
import { PROVIDER_AWS } from "./provider";
import { REPOSITORY } from "./repository";
import { ROLE } from "./role";
import { ROLE_POLICIES } from "./role-policies";
import { ROLE_SERVICE } from "./role-service";
import { SECURITY_GROUP } from "./security-group";
import { SECURITY_GROUP_PURPOSE } from "./security-group-purpose";
import { STATE_BACKEND } from "./state-backend";
import { STUDIO_DOMAIN } from "./studio-domain";
import { STUDIO_USER } from "./studio-user";
import { SUBNET_ZONES } from "./subnet-zones";
import { TOPIC } from "./topic";
import { TRAIL } from "./trail";
import { TRAIL_BUCKET } from "./trail-bucket";
import { VPC_ENDPOINT } from "./vpc-endpoint";
import { WAYS_OUT } from "./ways-out";

/** Rules about arguments and companions of resources. */
export const AWS_SETTINGS: readonly Rule[] = [
  ...ACCOUNT,
  ...ALARM,
  ...BUCKET,
  ...BUCKET_ENCRYPTION,
  ...BUCKET_LIFECYCLE,
  BUCKET_LOGGING,
  BUCKET_ONE_POLICY,
  ...BUDGET,
  ...DRIFT,
  ...ENDPOINT,
  ...ENDPOINT_CONFIGURATION,
  ...ENDPOINT_LOGS,
  ...ENDPOINT_SCALING,
  INTERNET,
  KEY_PURPOSE,
  ...KMS_KEY,
  LOG_DESTINATION,
  ...LOG_GROUP,
  ...MODEL,
  MODEL_ORIGIN,
  ...MONITORING_JOB,
  ...NETWORK,
  ...NOTEBOOK,
  ...ORDER_BUCKET,
  ...ORDER_ROLE_POLICIES,
  ...PARAMETER,
  ...PROTECTION,
  ...PROVIDER_AWS,
  ...REPOSITORY,
  ...ROLE,
  ROLE_POLICIES,
  ...ROLE_SERVICE,
  ...SECURITY_GROUP,
  SECURITY_GROUP_PURPOSE,
  ...STATE_BACKEND,
  ...STUDIO_DOMAIN,
  ...STUDIO_USER,
  SUBNET_ZONES,
  ...TOPIC,
  ...TRAIL,
  TRAIL_BUCKET,
  ...VPC_ENDPOINT,
  ...WAYS_OUT,
];
