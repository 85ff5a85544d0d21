/**
 * Microsoft cloud security benchmark v1, by which Defender for Cloud judges a subscription. Its ids are those of the
 * groups Azure_Security_Benchmark_v3.0_* of the initiative "Microsoft cloud security benchmark", version 57.30.0
 * (Azure/azure-policy, AzureSecurityCenter.json). Titles: Learn, "Microsoft cloud security benchmark", as the units of
 * MicrosoftDocs/learn repeat them (learn-pr/wwl-sci, the modules about the benchmark and the reference architecture).
 */
const MCSB = {
  "MCSB AM-1": "Track asset inventory and their risks",
  "MCSB AM-2": "Use only approved services",
  "MCSB AM-3": "Ensure security of asset lifecycle management",
  "MCSB AM-4": "Limit access to asset management",
  "MCSB BR-1": "Ensure regular automated backups",
  "MCSB BR-2": "Protect backup and recovery data",
  "MCSB DP-2": "Monitor anomalies and threats targeting sensitive data",
  "MCSB DP-3": "Encrypt sensitive data in transit",
  "MCSB DP-4": "Enable data at rest encryption by default",
  "MCSB DP-5": "Use customer-managed key option in data at rest encryption when required",
  "MCSB DP-6": "Use a secure key management process",
  "MCSB DP-8": "Ensure security of key and certificate repository",
  "MCSB DS-2": "Ensure software supply chain security",
  "MCSB DS-3": "Secure DevOps infrastructure",
  "MCSB DS-6": "Enforce security of workload throughout DevOps lifecycle",
  "MCSB IM-1": "Use centralized identity and authentication system",
  "MCSB IM-3": "Manage application identities securely and automatically",
  "MCSB IM-4": "Authenticate server and services",
  "MCSB IM-6": "Use strong authentication controls",
  "MCSB IM-7": "Restrict resource access based on conditions",
  "MCSB IM-8": "Restrict the exposure of credentials and secrets",
  "MCSB IR-2": "Preparation - setup incident notification",
  "MCSB IR-3": "Detection and analysis - create incidents based on high-quality alerts",
  "MCSB LT-1": "Enable threat detection capabilities",
  "MCSB LT-3": "Enable logging for security investigation",
  "MCSB LT-4": "Enable network logging for security investigation",
  "MCSB LT-5": "Centralize security log management and analysis",
  "MCSB LT-6": "Configure log storage retention",
  "MCSB NS-1": "Establish network segmentation boundaries",
  "MCSB NS-2": "Secure cloud native services with network controls",
  "MCSB NS-3": "Deploy firewall at the edge of enterprise network",
  "MCSB NS-7": "Simplify network security configuration",
  "MCSB NS-8": "Detect and disable insecure services and protocols",
  "MCSB NS-10": "Ensure Domain Name System (DNS) security",
  "MCSB PA-1": "Separate and limit highly privileged/administrative users",
  "MCSB PA-2": "Avoid standing access for user accounts and permissions",
  "MCSB PA-3": "Manage lifecycle of identities and entitlements",
  "MCSB PA-7": "Follow just enough administration (least privilege) principle",
  "MCSB PV-2": "Audit and enforce secure configurations",
  "MCSB PV-4": "Audit and enforce secure configurations for compute resources",
  "MCSB PV-5": "Perform vulnerability assessments",
  "MCSB PV-6": "Rapidly and automatically remediate vulnerabilities",
} as const satisfies Record<string, string>;

/**
 * AWS Foundational Security Best Practices v1.0.0. Source: Security Hub User Guide, "AWS Foundational Security Best
 * Practices standard in Security Hub CSPM".
 */
const FSBP = {
  "FSBP CloudTrail.1":
    "CloudTrail should be enabled and configured with at least one multi-Region trail that includes read and write management events",
  "FSBP CloudTrail.2": "CloudTrail should have encryption at-rest enabled",
  "FSBP CloudTrail.4": "CloudTrail log file validation should be enabled",
  "FSBP CloudTrail.5": "CloudTrail trails should be integrated with Amazon CloudWatch Logs",
  "FSBP EC2.2": "VPC default security groups should not allow inbound or outbound traffic",
  "FSBP EC2.6": "VPC flow logging should be enabled in all VPCs",
  "FSBP EC2.15": "Amazon EC2 subnets should not automatically assign public IP addresses",
  "FSBP EC2.18": "Security groups should only allow unrestricted incoming traffic for authorized ports",
  "FSBP EC2.19": "Security groups should not allow unrestricted access to ports with high risk",
  "FSBP EC2.55": "VPCs should be configured with an interface endpoint for ECR API",
  "FSBP EC2.56": "VPCs should be configured with an interface endpoint for Docker Registry",
  "FSBP ECR.1": "ECR private repositories should have image scanning configured",
  "FSBP ECR.2": "ECR private repositories should have tag immutability configured",
  "FSBP ECR.3": "ECR repositories should have at least one lifecycle policy configured",
  "FSBP IAM.1": 'IAM policies should not allow full "*" administrative privileges',
  "FSBP IAM.2": "IAM users should not have IAM policies attached",
  "FSBP KMS.1": "IAM customer managed policies should not allow decryption actions on all KMS keys",
  "FSBP KMS.2": "IAM principals should not have IAM inline policies that allow decryption actions on all KMS keys",
  "FSBP KMS.3": "AWS KMS keys should not be deleted unintentionally",
  "FSBP KMS.5": "KMS keys should not be publicly accessible",
  "FSBP S3.1": "S3 general purpose buckets should have block public access settings enabled",
  "FSBP S3.2": "S3 general purpose buckets should block public read access",
  "FSBP S3.3": "S3 general purpose buckets should block public write access",
  "FSBP S3.5": "S3 general purpose buckets should require requests to use SSL",
  "FSBP S3.6": "S3 general purpose bucket policies should restrict access to other AWS accounts",
  "FSBP S3.8": "S3 general purpose buckets should block public access",
  "FSBP S3.9": "S3 general purpose buckets should have server access logging enabled",
  "FSBP S3.12": "ACLs should not be used to manage user access to S3 general purpose buckets",
  "FSBP S3.13": "S3 general purpose buckets should have Lifecycle configurations",
  "FSBP SageMaker.1": "Amazon SageMaker notebook instances should not have direct internet access",
  "FSBP SageMaker.2": "SageMaker notebook instances should be launched in a custom VPC",
  "FSBP SageMaker.3": "Users should not have root access to SageMaker notebook instances",
  "FSBP SageMaker.4": "SageMaker endpoint production variants should have an initial instance count greater than 1",
  "FSBP SageMaker.5": "SageMaker models should have network isolation enabled",
  "FSBP SageMaker.8": "SageMaker notebook instances should run on supported platforms",
  "FSBP SNS.4": "SNS topic access policies should not allow public access",
} as const satisfies Record<string, string>;

/**
 * Controls of Security Hub CSPM that are in other standards of it, such as AI Security Best Practices v1.0.0 or NIST
 * SP 800-53, but not in FSBP. Source: Security Hub User Guide, the pages "Security Hub CSPM controls for" each
 * service.
 */
const SECURITY_HUB = {
  "Security Hub CloudTrail.3": "At least one CloudTrail trail should be enabled",
  "Security Hub CloudTrail.6": "Ensure the S3 bucket used to store CloudTrail logs is not publicly accessible",
  "Security Hub CloudTrail.7": "Ensure S3 bucket access logging is enabled on the CloudTrail S3 bucket",
  "Security Hub CloudWatch.15": "CloudWatch alarms should have specified actions configured",
  "Security Hub CloudWatch.16": "CloudWatch log groups should be retained for a specified time period",
  "Security Hub CloudWatch.17": "CloudWatch alarm actions should be activated",
  "Security Hub EC2.13": "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 22",
  "Security Hub EC2.14": "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 3389",
  "Security Hub EC2.53":
    "EC2 security groups should not allow ingress from 0.0.0.0/0 to remote server administration ports",
  "Security Hub EC2.54": "EC2 security groups should not allow ingress from ::/0 to remote server administration ports",
  "Security Hub ECR.5": "ECR repositories should be encrypted with customer managed AWS KMS keys",
  "Security Hub KMS.4": "AWS KMS key rotation should be enabled",
  "Security Hub S3.10": "S3 general purpose buckets with versioning enabled should have Lifecycle configurations",
  "Security Hub S3.14": "S3 general purpose buckets should have versioning enabled",
  "Security Hub S3.17": "S3 general purpose buckets should be encrypted at rest with AWS KMS keys",
  "Security Hub S3.22": "S3 general purpose buckets should log object-level write events",
  "Security Hub S3.23": "S3 general purpose buckets should log object-level read events",
  "Security Hub SageMaker.9":
    "SageMaker data quality job definitions should have inter-container traffic encryption enabled",
  "Security Hub SageMaker.11": "SageMaker data quality job definitions should have network isolation enabled",
  "Security Hub SageMaker.17": "SageMaker feature group offline stores should be encrypted with AWS KMS keys",
  "Security Hub SageMaker.18":
    "SageMaker feature group online stores with standard storage should be encrypted with AWS KMS keys",
  "Security Hub SageMaker.21": "SageMaker notebook instances should be encrypted with customer managed AWS KMS keys",
  "Security Hub SNS.1": "SNS topics should be encrypted at-rest using AWS KMS",
} as const satisfies Record<string, string>;

/**
 * CIS Amazon Web Services Foundations Benchmark v5.0.0, the newest that Security Hub checks. Source: prowler 5.46.0,
 * compliance/aws/cis_5.0_aws.json; numbers agree with Security Hub User Guide, "CIS AWS Foundations Benchmark in
 * Security Hub CSPM".
 */
const CIS_AWS = {
  "CIS AWS 5.0.0 1.14": "Ensure IAM users receive permissions only through groups",
  "CIS AWS 5.0.0 1.15": "Ensure IAM policies that allow full *:* administrative privileges are not attached",
  "CIS AWS 5.0.0 1.20":
    "Ensure IAM users are managed centrally via identity federation or AWS Organizations for multi-account environments",
  "CIS AWS 5.0.0 1.21": "Ensure access to AWSCloudShellFullAccess is restricted",
  "CIS AWS 5.0.0 2.1.1": "Ensure S3 Bucket Policy is set to deny HTTP requests",
  "CIS AWS 5.0.0 2.1.4": "Ensure that S3 is configured with 'Block Public Access' enabled",
  "CIS AWS 5.0.0 3.1": "Ensure CloudTrail is enabled in all regions",
  "CIS AWS 5.0.0 3.2": "Ensure CloudTrail log file validation is enabled",
  "CIS AWS 5.0.0 3.4": "Ensure that server access logging is enabled on the CloudTrail S3 bucket",
  "CIS AWS 5.0.0 3.5": "Ensure CloudTrail logs are encrypted at rest using KMS CMKs",
  "CIS AWS 5.0.0 3.6": "Ensure rotation for customer-created symmetric CMKs is enabled",
  "CIS AWS 5.0.0 3.7": "Ensure VPC flow logging is enabled in all VPCs",
  "CIS AWS 5.0.0 3.8": "Ensure that object-level logging for write events is enabled for S3 buckets",
  "CIS AWS 5.0.0 3.9": "Ensure that object-level logging for read events is enabled for S3 buckets",
  "CIS AWS 5.0.0 5.3": "Ensure no security groups allow ingress from 0.0.0.0/0 to remote server administration ports",
  "CIS AWS 5.0.0 5.4": "Ensure no security groups allow ingress from ::/0 to remote server administration ports",
  "CIS AWS 5.0.0 5.5": "Ensure the default security group of every VPC restricts all traffic",
  "CIS AWS 5.0.0 5.6": "Ensure routing tables for VPC peering are least access",
  "CIS AWS 5.0.0 5.7": "Ensure that the EC2 Metadata Service only allows IMDSv2",
} as const satisfies Record<string, string>;

/**
 * CIS Microsoft Azure Foundations Benchmark v3.0.0, which Azure Policy checks (CIS_Azure_Foundations_v3.0.0.json), and
 * what v5.0.0 adds to it. v3.0.0 stays because v5.0.0 no longer asks for infrastructure encryption or the hardening of
 * virtual machines. Source: prowler 5.46.0, compliance/azure/cis_3.0_azure.json and cis_5.0_azure.json.
 */
const CIS_AZURE = {
  "CIS Azure 3.0.0 2.23": "Ensure That No Custom Subscription Administrator Roles Exist",
  "CIS Azure 3.0.0 3.3.5": "Ensure the Key Vault is Recoverable",
  "CIS Azure 3.0.0 3.3.6": "Enable Role Based Access Control for Azure Key Vault",
  "CIS Azure 3.0.0 3.3.7": "Ensure that Private Endpoints are Used for Azure Key Vault",
  "CIS Azure 3.0.0 4.1": "Ensure that 'Secure transfer required' is set to 'Enabled'",
  "CIS Azure 3.0.0 4.2":
    "Ensure that 'Enable Infrastructure Encryption' for Each Storage Account in Azure Storage is Set to 'enabled'",
  "CIS Azure 3.0.0 4.6": "Ensure that 'Public Network Access' is 'Disabled' for storage accounts",
  "CIS Azure 3.0.0 4.7": "Ensure Default Network Access Rule for Storage Accounts is Set to Deny",
  "CIS Azure 3.0.0 4.8":
    "Ensure 'Allow Azure services on the trusted services list to access this storage account' is Enabled for Storage Account Access",
  "CIS Azure 3.0.0 4.9": "Ensure Private Endpoints are used to access Storage Accounts",
  "CIS Azure 3.0.0 4.10": "Ensure Soft Delete is Enabled for Azure Containers and Blob Storage",
  "CIS Azure 3.0.0 4.12":
    "Ensure Storage Logging is Enabled for Queue Service for 'Read', 'Write', and 'Delete' requests",
  "CIS Azure 3.0.0 4.13":
    "Ensure Storage logging is Enabled for Blob Service for 'Read', 'Write', and 'Delete' requests",
  "CIS Azure 3.0.0 4.14":
    "Ensure Storage Logging is Enabled for Table Service for 'Read', 'Write', and 'Delete' Requests",
  "CIS Azure 3.0.0 4.15": "Ensure the 'Minimum TLS version' for storage accounts is set to 'Version 1.2'",
  "CIS Azure 3.0.0 4.16": "Ensure 'Cross Tenant Replication' is not enabled",
  "CIS Azure 3.0.0 4.17": "Ensure that 'Allow Blob Anonymous Access' is set to 'Disabled'",
  "CIS Azure 3.0.0 6.1.1": "Ensure that a 'Diagnostic Setting' exists for Subscription Activity Logs",
  "CIS Azure 3.0.0 6.1.2": "Ensure Diagnostic Setting captures appropriate categories",
  "CIS Azure 3.0.0 6.1.4": "Ensure that logging for Azure Key Vault is 'Enabled'",
  "CIS Azure 3.0.0 6.2.1": "Ensure that Activity Log Alert exists for Create Policy Assignment",
  "CIS Azure 3.0.0 6.2.2": "Ensure that Activity Log Alert exists for Delete Policy Assignment",
  "CIS Azure 3.0.0 6.2.3": "Ensure that Activity Log Alert exists for Create or Update Network Security Group",
  "CIS Azure 3.0.0 6.2.4": "Ensure that Activity Log Alert exists for Delete Network Security Group",
  "CIS Azure 3.0.0 6.2.9": "Ensure that Activity Log Alert exists for Create or Update Public IP Address rule",
  "CIS Azure 3.0.0 6.2.10": "Ensure that Activity Log Alert exists for Delete Public IP Address rule",
  "CIS Azure 3.0.0 6.3.1": "Ensure Application Insights are Configured",
  "CIS Azure 3.0.0 6.4": "Ensure that Azure Monitor Resource Logging is Enabled for All Services that Support it",
  "CIS Azure 3.0.0 6.5":
    "Ensure that SKU Basic/Consumption is not used on artifacts that need to be monitored (Particularly for Production Workloads)",
  "CIS Azure 3.0.0 7.1": "Ensure that RDP access from the Internet is evaluated and restricted",
  "CIS Azure 3.0.0 7.2": "Ensure that SSH access from the Internet is evaluated and restricted",
  "CIS Azure 3.0.0 7.3": "Ensure that UDP access from the Internet is evaluated and restricted",
  "CIS Azure 3.0.0 7.4": "Ensure that HTTP(S) access from the Internet is evaluated and restricted",
  "CIS Azure 3.0.0 7.7": "Ensure that Public IP addresses are Evaluated on a Periodic Basis",
  "CIS Azure 3.0.0 8.1": "Ensure an Azure Bastion Host Exists",
  "CIS Azure 3.0.0 8.7": "Ensure that Only Approved Extensions Are Installed",
  "CIS Azure 3.0.0 8.10": "Ensure only MFA enabled identities can access privileged Virtual Machine",
  "CIS Azure 3.0.0 8.11": "Ensure Trusted Launch is enabled on Virtual Machines",
  "CIS Azure 3.0.0 10.1": "Ensure that Resource Locks are set for Mission-Critical Azure Resources",
  "CIS Azure 5.0.0 5.3.3": "Ensure that use of the 'User Access Administrator' role is restricted",
  "CIS Azure 5.0.0 6.1.1.7": "Ensure that virtual network flow logs are captured and sent to Log Analytics",
  "CIS Azure 5.0.0 6.1.2.11": "Ensure that an Activity Log Alert exists for Service Health",
  "CIS Azure 5.0.0 7.8": "Ensure that virtual network flow log retention days is set to greater than or equal to 90",
  "CIS Azure 5.0.0 7.11": "Ensure subnets are associated with network security groups",
  "CIS Azure 5.0.0 8.3.7": "Ensure Public Network Access is Disabled",
  "CIS Azure 5.0.0 9.1.1": "Ensure soft delete for Azure File Shares is Enabled",
  "CIS Azure 5.0.0 9.2.3": "Ensure 'Versioning' is set to 'Enabled' on Azure Blob Storage storage accounts",
  "CIS Azure 5.0.0 9.3.1.3": "Ensure 'Allow storage account key access' for Azure Storage Accounts is 'Disabled'",
  "CIS Azure 5.0.0 9.3.3.1":
    "Ensure that 'Default to Microsoft Entra authorization in the Azure portal' is set to 'Enabled'",
  "CIS Azure 5.0.0 9.3.9": "Ensure Azure Resource Manager Delete locks are applied to Azure Storage Accounts",
} as const satisfies Record<string, string>;

/**
 * The title of every control that a rule names, by its id: the benchmark, the version where several are in use, and the
 * control's number in it. A control that no rule names is not in it.
 */
export const CONTROLS = { ...MCSB, ...FSBP, ...SECURITY_HUB, ...CIS_AWS, ...CIS_AZURE } as const;

/** The id of a control, as in "MCSB NS-2". Another one does not compile. */
export type ControlId = keyof typeof CONTROLS;
