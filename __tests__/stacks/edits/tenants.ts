import { type Edit, relocked, under } from "./edit";

const GROUP = "11111111-2222-4333-8444-555555555555";

/** Edits of what a tenant is, who has which right in it, and what it costs. */
export const TENANT_EDITS: readonly Edit[] = [
  {
    title: "another display name",
    edit: ({ tenants }) => {
      tenants.acme.displayName = "Acme AG";
    },
    changes: {
      "tenant-acme": {
        changed: {
          "endpoint-forecast/settings": ["body.properties.description"],
          "workspace/workspace": ["friendly_name"],
        },
      },
    },
  },
  {
    title: "another owner",
    edit: ({ tenants }) => {
      tenants.acme.owner = "ai@acme.example";
    },
    changes: {
      "tenant-acme": { changed: { budget: ["notification"], "action-group": ["email_receiver"] }, tags: ["owner"] },
    },
  },
  {
    title: "another cost center",
    edit: ({ tenants }) => {
      tenants.globex.costCenter = "5300";
    },
    changes: { "tenant-globex": { tags: ["costCenter"] } },
  },
  {
    title: "another scorer",
    edit: ({ tenants }) => {
      tenants.acme.azure.access.scorers.unshift({ group: GROUP });
    },
    changes: {
      "tenant-acme": {
        added: [
          "application/scorer 11111111-2222-4333-8444-555555555555",
          "endpoint-churn/scorer 11111111-2222-4333-8444-555555555555",
          "endpoint-forecast/scorer 11111111-2222-4333-8444-555555555555",
        ],
      },
    },
  },
  {
    title: "a scorer less",
    edit: ({ tenants }) => {
      tenants.acme.azure.access.scorers.shift();
    },
    changes: {
      "tenant-acme": {
        removed: [
          "application/scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65",
          "endpoint-churn/scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65",
          "endpoint-forecast/scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65",
        ],
      },
    },
  },
  {
    title: "another data scientist",
    edit: ({ tenants }) => {
      tenants.initech.azure.access.dataScientists.unshift({ group: GROUP });
    },
    changes: {
      "tenant-initech": {
        added: [
          ...under(
            "rights",
            "member 11111111-2222-4333-8444-555555555555/openAi Cognitive Services OpenAI User",
            "member 11111111-2222-4333-8444-555555555555/storage Storage Blob Data Contributor",
            "member 11111111-2222-4333-8444-555555555555/storage Storage File Data Privileged Contributor",
            "member 11111111-2222-4333-8444-555555555555/workspace AzureML Data Scientist",
          ),
        ],
        replaced: relocked("storage"),
      },
    },
  },
  {
    title: "a data scientist less",
    edit: ({ tenants }) => {
      tenants.acme.azure.access.dataScientists.shift();
    },
    changes: {
      "tenant-acme": {
        removed: [
          "rights/member 4f6d7f85-ac3b-4a3d-8c8b-3e1c6f5a7b54/storage Storage Blob Data Contributor",
          "rights/member 4f6d7f85-ac3b-4a3d-8c8b-3e1c6f5a7b54/storage Storage File Data Privileged Contributor",
          "rights/member 4f6d7f85-ac3b-4a3d-8c8b-3e1c6f5a7b54/workspace AzureML Data Scientist",
        ],
        replaced: relocked("storage"),
      },
    },
  },
  {
    title: "a reader of a dedicated tenant",
    edit: ({ tenants }) => {
      tenants.acme.azure.access.readers = [{ group: GROUP }];
    },
    changes: {
      "tenant-acme": { added: ["rights/reader 11111111-2222-4333-8444-555555555555/workspace AML Endpoint Reader"] },
    },
  },
  {
    title: "a reader less of a shared tenant",
    edit: ({ tenants }) => {
      delete tenants.globex.azure.access.readers;
    },
    changes: { "tenant-globex": { removed: ["endpoint-fraud/reader b13ee0fc-19b2-40ae-8df3-af8dd01c2cb2"] } },
  },
  {
    title: "a deployer who becomes a data scientist",
    edit: ({ tenants }) => {
      const { access } = tenants.acme.azure;
      access.dataScientists.push(access.deployers.shift());
    },
    changes: {
      "tenant-acme": {
        added: [
          "rights/member a02ddfeb-08a1-4f9d-9ce2-9e7ccf0b1ba1/storage Storage File Data Privileged Contributor",
          "rights/member a02ddfeb-08a1-4f9d-9ce2-9e7ccf0b1ba1/workspace AzureML Data Scientist",
        ],
        removed: ["rights/member a02ddfeb-08a1-4f9d-9ce2-9e7ccf0b1ba1/workspace AML Endpoint Deployer"],
        replaced: relocked("storage"),
      },
    },
  },
  {
    title: "lists in another order",
    edit: ({ tenants, platform }) => {
      const { acme } = tenants;
      for (const list of [
        acme.azure.access.scorers,
        acme.azure.endpoints,
        acme.azure.endpoints[0].deployments,
        acme.azure.outbound,
        platform.azure.workspace.outbound,
        platform.azure.workspace.openai.deployments,
      ])
        list.reverse();
    },
    changes: {},
  },
  {
    title: "a budget of another amount",
    edit: ({ tenants }) => {
      tenants.acme.azure.budget.monthly = 5000;
    },
    changes: { "tenant-acme": { changed: { budget: ["amount"] } } },
  },
  {
    title: "a budget since another month",
    edit: ({ tenants }) => {
      tenants.acme.azure.budget.since = "2026-03";
    },
    changes: {},
  },
  {
    title: "somebody else told of the budget",
    edit: ({ tenants }) => {
      tenants.acme.azure.budget.notify.unshift("controlling@acme.example");
    },
    changes: { "tenant-acme": { changed: { budget: ["notification"] } } },
  },
  {
    title: "a budget",
    edit: ({ tenants }) => {
      tenants.globex.azure.budget = { monthly: 100, since: "2026-01" };
    },
    changes: { "tenant-globex": { added: ["budget"] } },
  },
  {
    title: "an application",
    edit: ({ tenants }) => {
      tenants["acme-eu"].azure.application = {};
    },
    changes: {
      "tenant-acme-eu": {
        added: [
          ...under(
            "application",
            "application",
            "identifier-uri",
            "scorer 7c3aacb8-d96e-4d6a-9fbf-6b4f9c8dae87",
            "service-principal",
          ),
        ],
        outputs: ["application_client_id"],
      },
    },
  },
  {
    title: "no application",
    edit: ({ tenants }) => {
      delete tenants.acme.azure.application;
    },
    changes: {
      "tenant-acme": {
        removed: [
          ...under(
            "application",
            "application",
            "identifier-uri",
            "pipeline",
            "scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65",
            "scorer 6b4f9ba7-ca5d-4c5f-8eae-5a3e8b7c9d76",
            "service-principal",
          ),
          "rights/pipeline/storage Storage Blob Data Contributor",
          "rights/pipeline/workspace AML Endpoint Deployer",
        ],
        replaced: relocked("storage"),
        outputs: ["application_client_id"],
      },
    },
  },
  {
    title: "an application for one directory",
    edit: ({ tenants }) => {
      tenants.acme.azure.application.audience = "single-directory";
    },
    changes: { "tenant-acme": { changed: { "application/application": ["sign_in_audience"] } } },
  },
  {
    title: "another branch of the pipeline",
    edit: ({ tenants }) => {
      tenants.acme.azure.application.pipeline.subject = "repo:acme/models:environment:live";
    },
    changes: { "tenant-acme": { changed: { "application/pipeline": ["subject"] } } },
  },
  {
    title: "a tenant that retires",
    edit: ({ tenants }) => {
      tenants.acme.lifecycle = "retiring";
    },
    changes: {
      "tenant-acme": {
        removed: ["workspace/key-vault/lock", "workspace/registry/lock", "workspace/storage/lock"],
        providers: ["azurerm"],
      },
    },
  },
  {
    title: "another tenant",
    edit: ({ tenants }) => {
      tenants.hooli = {
        tenant: "hooli",
        displayName: "Hooli",
        owner: "ml@hooli.example",
        costCenter: "7000",
        azure: { network: { addressSpace: "10.20.16.0/24" }, endpoints: [{ name: "nucleus" }] },
      };
    },
    changes: { "tenant-hooli": "added" },
  },
  {
    title: "a tenant less",
    edit: ({ tenants }) => {
      delete tenants.globex;
    },
    changes: { "tenant-globex": "removed" },
  },
];
