# Generated from the scanner’s table: node packages/scanners/azure/src/write-infra.ts. Do not edit.
terraform {
  required_version = ">= 1.5"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 4.0"
    }
  }
}

resource "azurerm_role_definition" "reader" {
  name              = var.role_name
  scope             = var.scope
  description       = "AI Census reads which AI there is; it changes nothing and reads no secret"
  assignable_scopes = [var.scope]

  permissions {
    actions = [
      "Microsoft.App/containerApps/read",
      "Microsoft.BotService/botServices/read",
      "Microsoft.CognitiveServices/accounts/commitmentPlans/read",
      "Microsoft.CognitiveServices/accounts/connections/read",
      "Microsoft.CognitiveServices/accounts/defenderForAISettings/read",
      "Microsoft.CognitiveServices/accounts/deployments/read",
      "Microsoft.CognitiveServices/accounts/managedComputeDeployments/read",
      "Microsoft.CognitiveServices/accounts/projects/applications/read",
      "Microsoft.CognitiveServices/accounts/projects/connections/read",
      "Microsoft.CognitiveServices/accounts/projects/read",
      "Microsoft.CognitiveServices/accounts/raiBlocklists/read",
      "Microsoft.CognitiveServices/accounts/raiPolicies/read",
      "Microsoft.CognitiveServices/accounts/read",
      "Microsoft.CognitiveServices/deletedAccounts/read",
      "Microsoft.ContainerService/managedClusters/read",
      "Microsoft.CostManagement/query/action",
      "Microsoft.DBforPostgreSQL/flexibleServers/configurations/read",
      "Microsoft.DBforPostgreSQL/flexibleServers/read",
      "Microsoft.Databricks/workspaces/read",
      "Microsoft.DocumentDB/databaseAccounts/read",
      "Microsoft.Insights/DiagnosticSettings/Read",
      "Microsoft.Insights/Metrics/Read",
      "Microsoft.MachineLearningServices/registries/read",
      "Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments/read",
      "Microsoft.MachineLearningServices/workspaces/batchEndpoints/read",
      "Microsoft.MachineLearningServices/workspaces/computes/read",
      "Microsoft.MachineLearningServices/workspaces/connections/read",
      "Microsoft.MachineLearningServices/workspaces/data/read",
      "Microsoft.MachineLearningServices/workspaces/jobs/read",
      "Microsoft.MachineLearningServices/workspaces/models/read",
      "Microsoft.MachineLearningServices/workspaces/models/versions/read",
      "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read",
      "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read",
      "Microsoft.MachineLearningServices/workspaces/read",
      "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints/read",
      "Microsoft.Management/managementGroups/descendants/read",
      "Microsoft.ResourceGraph/resources/read",
      "Microsoft.Resources/subscriptions/providers/read",
      "Microsoft.Resources/subscriptions/read",
      "Microsoft.Search/searchServices/read",
      "Microsoft.Web/sites/read",
    ]
    not_actions = []
    # A role with actions on data cannot be given at a management group: give "Foundry User" (once "Azure AI User")
    # in subscriptions there, for agents as their projects tell them.
    data_actions = startswith(var.scope, "/providers/Microsoft.Management/") ? [] : [
      "Microsoft.CognitiveServices/accounts/AIServices/agents/read",
    ]
  }
}

resource "azurerm_role_assignment" "reader" {
  scope              = var.scope
  role_definition_id = azurerm_role_definition.reader.role_definition_resource_id
  principal_id       = var.principal_id
}

output "role_definition_id" {
  value = azurerm_role_definition.reader.role_definition_resource_id
}
