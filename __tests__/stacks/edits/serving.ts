import { type Edit, relocked, under } from "./edit";

/** Edits of endpoints and their deployments. */
export const SERVING_EDITS: readonly Edit[] = [
  {
    title: "another endpoint",
    edit: ({ tenants }) => {
      tenants.acme.azure.endpoints.unshift({ name: "basket" });
    },
    changes: {
      "tenant-acme": {
        added: [
          ...under(
            "endpoint-basket",
            "alerts/errors",
            "alerts/latency",
            "endpoint",
            "endpoint/diagnostics",
            "grants-known",
            "grants/registry AcrPull",
            "grants/storage Storage Blob Data Reader",
            "grants/workspace AzureML Metrics Writer",
            "identity",
            "scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65",
            "scorer 6b4f9ba7-ca5d-4c5f-8eae-5a3e8b7c9d76",
            "settings",
          ),
        ],
        replaced: relocked("registry", "storage"),
        outputs: ["endpoint_ids", "endpoint_principal_ids", "endpoint_scoring_uris"],
      },
    },
  },
  {
    title: "an endpoint less",
    edit: ({ tenants }) => {
      tenants.acme.azure.endpoints.shift();
    },
    changes: {
      "tenant-acme": {
        removed: [
          ...under(
            "endpoint-churn",
            "alerts/errors",
            "alerts/latency",
            "deployments/collection-grants-known",
            "deployments/collection-grants/storage Storage Blob Data Contributor",
            "deployments/deployment-blue",
            "deployments/deployment-green",
            "deployments/drain",
            "deployments/traffic",
            "endpoint",
            "endpoint/diagnostics",
            "grants-known",
            "grants/registry AcrPull",
            "grants/storage Storage Blob Data Reader",
            "grants/workspace AzureML Metrics Writer",
            "identity",
            "scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65",
            "scorer 6b4f9ba7-ca5d-4c5f-8eae-5a3e8b7c9d76",
            "settings",
          ),
        ],
        replaced: relocked("registry", "storage"),
        outputs: ["endpoint_ids", "endpoint_principal_ids", "endpoint_scoring_uris"],
      },
    },
  },
  {
    title: "an endpoint with another name",
    edit: ({ tenants }) => {
      tenants.acme.azure.endpoints[1].name = "outlook";
    },
    changes: {
      "tenant-acme": {
        added: [
          ...under(
            "endpoint-outlook",
            "alerts/errors",
            "alerts/latency",
            "endpoint",
            "endpoint/diagnostics",
            "grants-known",
            "grants/registry AcrPull",
            "grants/storage Storage Blob Data Reader",
            "grants/workspace AzureML Metrics Writer",
            "identity",
            "scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65",
            "scorer 6b4f9ba7-ca5d-4c5f-8eae-5a3e8b7c9d76",
            "settings",
          ),
        ],
        removed: [
          ...under(
            "endpoint-forecast",
            "alerts/errors",
            "alerts/latency",
            "endpoint",
            "endpoint/diagnostics",
            "grants-known",
            "grants/registry AcrPull",
            "grants/storage Storage Blob Data Reader",
            "grants/workspace AzureML Metrics Writer",
            "identity",
            "scorer 5a5e8a96-bb4c-4b4e-9d9c-4f2d7a6b8c65",
            "scorer 6b4f9ba7-ca5d-4c5f-8eae-5a3e8b7c9d76",
            "settings",
          ),
        ],
        replaced: relocked("registry", "storage"),
        outputs: ["endpoint_ids", "endpoint_principal_ids", "endpoint_scoring_uris"],
      },
    },
  },
  {
    title: "another description of an endpoint",
    edit: ({ tenants }) => {
      tenants.acme.azure.endpoints[0].description = "Who leaves";
    },
    changes: {
      "tenant-acme": {
        changed: {
          "endpoint-churn/deployments/drain": ["body.properties.description"],
          "endpoint-churn/settings": ["body.properties.description"],
        },
      },
    },
  },
  {
    title: "another deployment",
    edit: ({ tenants }) => {
      const [e] = tenants.globex.azure.endpoints;
      e.deployments.unshift({ name: "amber", model: "fraud:8", instanceType: "Standard_F4s_v2" });
      e.traffic = { blue: 100 };
    },
    changes: {
      "tenant-globex": {
        added: ["endpoint-fraud/deployments/deployment-amber"],
        changed: {
          "endpoint-fraud/deployments/traffic": ["body.properties.mirrorTraffic", "body.properties.traffic.amber"],
        },
      },
    },
  },
  {
    title: "blue/green, step one: the traffic moves",
    edit: ({ tenants }) => {
      tenants.acme.azure.endpoints[0].traffic = { green: 100 };
    },
    changes: {
      "tenant-acme": {
        changed: {
          "endpoint-churn/deployments/traffic": [
            "body.properties.mirrorTraffic",
            "body.properties.traffic.blue",
            "body.properties.traffic.green",
          ],
        },
      },
    },
  },
  {
    title: "blue/green, step two: the old one goes",
    edit: ({ tenants }) => {
      const [e] = tenants.acme.azure.endpoints;
      e.deployments.shift();
      delete e.traffic;
    },
    changes: {
      "tenant-acme": {
        removed: [
          "endpoint-churn/deployments/collection-grants-known",
          "endpoint-churn/deployments/collection-grants/storage Storage Blob Data Contributor",
          "endpoint-churn/deployments/deployment-blue",
        ],
        changed: {
          "endpoint-churn/deployments/traffic": ["body.properties.traffic.blue", "body.properties.traffic.green"],
        },
        replaced: relocked("storage"),
      },
    },
  },
  {
    title: "the first deployment of an endpoint",
    edit: ({ tenants }) => {
      tenants.acme.azure.endpoints[1].deployments = [
        { name: "blue", model: "forecast:1", instanceType: "Standard_DS3_v2" },
      ];
    },
    changes: {
      "tenant-acme": {
        added: [
          "endpoint-forecast/deployments/deployment-blue",
          "endpoint-forecast/deployments/drain",
          "endpoint-forecast/deployments/traffic",
        ],
      },
    },
  },
  {
    title: "the last deployment of an endpoint goes",
    edit: ({ tenants }) => {
      delete tenants.globex.azure.endpoints[0].deployments;
    },
    changes: {
      "tenant-globex": {
        removed: [
          ...under(
            "endpoint-fraud",
            "deployments/deployment-blue",
            "deployments/drain",
            "deployments/scaling-blue",
            "deployments/scaling-blue/diagnostics",
            "deployments/traffic",
          ),
        ],
      },
    },
  },
  {
    title: "more instances",
    edit: ({ tenants }) => {
      tenants.acme.azure.endpoints[0].deployments[0].instances = 5;
    },
    changes: { "tenant-acme": { changed: { "endpoint-churn/deployments/deployment-blue": ["body.sku.capacity"] } } },
  },
  {
    title: "another version of a model",
    edit: ({ tenants }) => {
      tenants.globex.azure.endpoints[0].deployments[0].model = "fraud:8";
    },
    changes: {
      "tenant-globex": { changed: { "endpoint-fraud/deployments/deployment-blue": ["body.properties.model"] } },
    },
  },
  {
    title: "other limits of scaling",
    edit: ({ tenants }) => {
      tenants.globex.azure.endpoints[0].deployments[0].scaling = { min: 3, max: 12 };
    },
    changes: { "tenant-globex": { changed: { "endpoint-fraud/deployments/scaling-blue": ["profile"] } } },
  },
  {
    title: "no scaling any more",
    edit: ({ tenants }) => {
      delete tenants.globex.azure.endpoints[0].deployments[0].scaling;
    },
    changes: {
      "tenant-globex": {
        removed: ["endpoint-fraud/deployments/scaling-blue", "endpoint-fraud/deployments/scaling-blue/diagnostics"],
      },
    },
  },
  {
    title: "a mirror",
    edit: ({ tenants }) => {
      Object.assign(tenants.acme.azure.endpoints[0], {
        traffic: { blue: 100 },
        mirror: { deployment: "green", percent: 20 },
      });
    },
    changes: {
      "tenant-acme": {
        changed: {
          "endpoint-churn/deployments/traffic": [
            "body.properties.mirrorTraffic",
            "body.properties.traffic.blue",
            "body.properties.traffic.green",
          ],
        },
      },
    },
  },
  {
    title: "no data collection",
    edit: ({ tenants }) => {
      delete tenants.acme.azure.endpoints[0].deployments[0].dataCollection;
    },
    changes: {
      "tenant-acme": {
        removed: [
          "endpoint-churn/deployments/collection-grants-known",
          "endpoint-churn/deployments/collection-grants/storage Storage Blob Data Contributor",
        ],
        changed: { "endpoint-churn/deployments/deployment-blue": ["body.properties.dataCollector"] },
        replaced: relocked("storage"),
      },
    },
  },
  {
    title: "other limits of alerts",
    edit: ({ tenants }) => {
      tenants.acme.azure.alerts = { latencyMs: 400, errorsPerMinute: 2 };
    },
    changes: {
      "tenant-acme": {
        changed: {
          "endpoint-churn/alerts/errors": ["criteria", "description"],
          "endpoint-churn/alerts/latency": ["criteria", "description"],
          "endpoint-forecast/alerts/errors": ["criteria", "description"],
          "endpoint-forecast/alerts/latency": ["criteria", "description"],
        },
      },
    },
  },
];
