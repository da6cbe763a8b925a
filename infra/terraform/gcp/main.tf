# Generated from the scanner’s table: node packages/scanners/gcp/src/write-infra.ts. Do not edit.
# One project (project_id) or a whole organisation (organization_id): the role and who has it.
terraform {
  required_version = ">= 1.5"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 5.0"
    }
  }
}

locals {
  # What reading a project needs.
  permissions = [
    "aiplatform.batchPredictionJobs.list",
    "aiplatform.customJobs.list",
    "aiplatform.datasets.list",
    "aiplatform.deploymentResourcePools.list",
    "aiplatform.endpoints.list",
    "aiplatform.extensions.list",
    "aiplatform.featureGroups.list",
    "aiplatform.featureOnlineStores.list",
    "aiplatform.featurestores.list",
    "aiplatform.hyperparameterTuningJobs.list",
    "aiplatform.indexEndpoints.list",
    "aiplatform.indexes.list",
    "aiplatform.locations.list",
    "aiplatform.modelDeploymentMonitoringJobs.list",
    "aiplatform.models.list",
    "aiplatform.notebookRuntimes.list",
    "aiplatform.persistentResources.list",
    "aiplatform.pipelineJobs.list",
    "aiplatform.ragCorpora.list",
    "aiplatform.reasoningEngines.list",
    "aiplatform.schedules.list",
    "aiplatform.trainingPipelines.list",
    "aiplatform.tuningJobs.list",
    "apikeys.keys.list",
    "bigquery.connections.list",
    "bigquery.datasets.get",
    "bigquery.models.getMetadata",
    "bigquery.models.list",
    "ces.apps.list",
    "cloudaicompanion.codeRepositoryIndexes.list",
    "cloudaicompanion.codeToolsSettings.list",
    "cloudaicompanion.geminiGcpEnablementSettings.list",
    "cloudasset.assets.searchAllResources",
    "cloudfunctions.functions.list",
    "contactcenterinsights.issueModels.list",
    "container.clusters.list",
    "dialogflow.agents.get",
    "dialogflow.agents.list",
    "dialogflow.playbooks.list",
    "dialogflow.tools.list",
    "discoveryengine.dataStores.list",
    "discoveryengine.engines.list",
    "documentai.locations.list",
    "documentai.processors.list",
    "geminidataanalytics.dataAgents.list",
    "geminidataanalytics.locations.list",
    "logging.privateLogEntries.list",
    "modelarmor.locations.list",
    "modelarmor.templates.list",
    "monitoring.timeSeries.list",
    "notebooks.instances.list",
    "resourcemanager.projects.get",
    "run.jobs.list",
    "run.locations.list",
    "run.services.list",
    "serviceusage.services.list",
    "speech.locations.list",
    "speech.recognizers.list",
    "tpu.locations.list",
    "tpu.nodes.list",
  ]
  # What finding the projects of an organisation needs on top; no role of a project may have it.
  organization_permissions = [
    "resourcemanager.folders.list",
    "resourcemanager.projects.list",
  ]
}

resource "google_project_iam_custom_role" "reader" {
  count       = var.project_id == "" ? 0 : 1
  project     = var.project_id
  role_id     = var.role_id
  title       = "AI Census reader"
  description = "Reads which AI there is; changes nothing and reads no secret"
  permissions = local.permissions
}

resource "google_project_iam_member" "reader" {
  count   = var.project_id == "" ? 0 : 1
  project = var.project_id
  role    = google_project_iam_custom_role.reader[0].name
  member  = var.member
}

resource "google_organization_iam_custom_role" "reader" {
  count       = var.organization_id == "" ? 0 : 1
  org_id      = var.organization_id
  role_id     = var.role_id
  title       = "AI Census reader"
  description = "Reads which AI there is; changes nothing and reads no secret"
  permissions = concat(local.permissions, local.organization_permissions)
}

resource "google_organization_iam_member" "reader" {
  count  = var.organization_id == "" ? 0 : 1
  org_id = var.organization_id
  role   = google_organization_iam_custom_role.reader[0].name
  member = var.member
}
