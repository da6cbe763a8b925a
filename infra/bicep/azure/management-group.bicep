// Generated from the scanner’s table: node packages/scanners/azure/src/write-infra.ts. Do not edit.
targetScope = 'managementGroup'

@description('Who runs the scanner: the object id of a managed identity, service principal or group')
param principalId string

@description('The name of the role, unique in the tenant')
param roleName string = 'AI Census Reader'

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(managementGroup().id, roleName)
  properties: {
    roleName: roleName
    description: 'AI Census reads which AI there is; it changes nothing and reads no secret'
    type: 'CustomRole'
    assignableScopes: [
      managementGroup().id
    ]
    permissions: [
      {
        actions: [
          'Microsoft.App/containerApps/read'
          'Microsoft.BotService/botServices/read'
          'Microsoft.CognitiveServices/accounts/commitmentPlans/read'
          'Microsoft.CognitiveServices/accounts/connections/read'
          'Microsoft.CognitiveServices/accounts/defenderForAISettings/read'
          'Microsoft.CognitiveServices/accounts/deployments/read'
          'Microsoft.CognitiveServices/accounts/managedComputeDeployments/read'
          'Microsoft.CognitiveServices/accounts/projects/applications/read'
          'Microsoft.CognitiveServices/accounts/projects/connections/read'
          'Microsoft.CognitiveServices/accounts/projects/read'
          'Microsoft.CognitiveServices/accounts/raiBlocklists/read'
          'Microsoft.CognitiveServices/accounts/raiPolicies/read'
          'Microsoft.CognitiveServices/accounts/read'
          'Microsoft.CognitiveServices/deletedAccounts/read'
          'Microsoft.ContainerService/managedClusters/read'
          'Microsoft.CostManagement/query/action'
          'Microsoft.DBforPostgreSQL/flexibleServers/configurations/read'
          'Microsoft.DBforPostgreSQL/flexibleServers/read'
          'Microsoft.Databricks/workspaces/read'
          'Microsoft.DocumentDB/databaseAccounts/read'
          'Microsoft.Insights/DiagnosticSettings/Read'
          'Microsoft.Insights/Metrics/Read'
          'Microsoft.MachineLearningServices/registries/read'
          'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments/read'
          'Microsoft.MachineLearningServices/workspaces/batchEndpoints/read'
          'Microsoft.MachineLearningServices/workspaces/computes/read'
          'Microsoft.MachineLearningServices/workspaces/connections/read'
          'Microsoft.MachineLearningServices/workspaces/data/read'
          'Microsoft.MachineLearningServices/workspaces/jobs/read'
          'Microsoft.MachineLearningServices/workspaces/models/read'
          'Microsoft.MachineLearningServices/workspaces/models/versions/read'
          'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'
          'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'
          'Microsoft.MachineLearningServices/workspaces/read'
          'Microsoft.MachineLearningServices/workspaces/serverlessEndpoints/read'
          'Microsoft.Management/managementGroups/descendants/read'
          'Microsoft.ResourceGraph/resources/read'
          'Microsoft.Resources/subscriptions/providers/read'
          'Microsoft.Resources/subscriptions/read'
          'Microsoft.Search/searchServices/read'
          'Microsoft.Web/sites/read'
        ]
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(managementGroup().id, principalId, role.id)
  properties: {
    roleDefinitionId: role.id
    principalId: principalId
  }
}

output roleDefinitionId string = role.id
