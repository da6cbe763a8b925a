/**
 * Every request that the scanner can send, by the name that Azure's REST specifications give it. The policy, the check,
 * the guard on requests and the documentation are made of this table and of the rows that name its entries.
 */
export interface RestOperation {
  readonly method: 'GET' | 'POST'
  /** `{subscription}`, and `{id}`: the ARM id of something that was listed before. */
  readonly path: string
  readonly version: string
  /** The action that a role must allow. */
  readonly permission: string
  /** Azure’s list of actions does not have it, and a role that names such a one is refused; Reader covers it. */
  readonly isUnlisted?: true
  /** Asked of the account itself, not of Resource Manager: another host, another token, an action on data. */
  readonly plane?: 'foundry'
  /** How an answer says that there is more. Default: a `nextLink`. */
  readonly paging?: 'skip-token' | 'after'
}

const get = (path: string, version: string, permission: string): RestOperation => ({
  method: 'GET',
  path,
  version,
  permission,
})
/** All resources of a type in a subscription. */
const all = (type: string, version: string): RestOperation =>
  get(`/subscriptions/{subscription}/providers/${type}`, version, `${type}/read`)
/** What is below a resource that was listed. */
const below = (type: string, version: string): RestOperation =>
  get(`{id}/${type.slice(type.lastIndexOf('/') + 1)}`, version, `${type}/read`)

/** Of a project's own address (`https://account.services.ai.azure.com/api/projects/project`). */
const ofProject = (path: string): RestOperation => ({
  method: 'GET',
  path,
  version: 'v1',
  permission: 'Microsoft.CognitiveServices/accounts/AIServices/agents/read',
  plane: 'foundry',
  paging: 'after',
})

const COGNITIVE = 'Microsoft.CognitiveServices/accounts'
const COGNITIVE_VERSION = '2025-06-01'
const AGENTS_VERSION = '2025-10-01-preview'
/** The oldest that has them; a cloud with newer ones says so, and is asked in one of those. */
const COMPUTE_VERSION = '2026-03-15-preview'
const ML = 'Microsoft.MachineLearningServices'
const ML_VERSION = '2024-10-01'
const ml = (type: string) => below(`${ML}/workspaces/${type}`, ML_VERSION)
const cognitive = (type: string) => below(`${COGNITIVE}/${type}`, COGNITIVE_VERSION)

export const operations = {
  'Subscriptions:List': get('/subscriptions', '2022-12-01', 'Microsoft.Resources/subscriptions/read'),
  'Subscriptions:Get': get(
    '/subscriptions/{subscription}',
    '2022-12-01',
    'Microsoft.Resources/subscriptions/read',
  ),
  'Providers:List': get(
    '/subscriptions/{subscription}/providers',
    '2021-04-01',
    'Microsoft.Resources/subscriptions/providers/read',
  ),
  'ManagementGroups:GetDescendants': get(
    '/providers/Microsoft.Management/managementGroups/{group}/descendants',
    '2020-05-01',
    'Microsoft.Management/managementGroups/descendants/read',
  ),

  'CognitiveServices:Accounts_List': all(COGNITIVE, COGNITIVE_VERSION),
  'CognitiveServices:DeletedAccounts_List': get(
    '/subscriptions/{subscription}/providers/Microsoft.CognitiveServices/deletedAccounts',
    COGNITIVE_VERSION,
    'Microsoft.CognitiveServices/deletedAccounts/read',
  ),
  'CognitiveServices:Deployments_List': cognitive('deployments'),
  'CognitiveServices:ManagedComputeDeployments_List': below(
    `${COGNITIVE}/managedComputeDeployments`,
    COMPUTE_VERSION,
  ),
  'CognitiveServices:Projects_List': cognitive('projects'),
  'CognitiveServices:AccountConnections_List': cognitive('connections'),
  'CognitiveServices:ProjectConnections_List': cognitive('projects/connections'),
  'CognitiveServices:AgentApplications_List': below(`${COGNITIVE}/projects/applications`, AGENTS_VERSION),
  'CognitiveServices:AgentDeployments_List': {
    ...below(`${COGNITIVE}/projects/applications/agentDeployments`, AGENTS_VERSION),
    isUnlisted: true,
  },
  'CognitiveServices:AccountCapabilityHosts_List': { ...cognitive('capabilityHosts'), isUnlisted: true },
  'CognitiveServices:ProjectCapabilityHosts_List': {
    ...cognitive('projects/capabilityHosts'),
    isUnlisted: true,
  },
  'Foundry:Agents_List': ofProject('/agents'),
  'Foundry:Assistants_List': ofProject('/assistants'),
  'CognitiveServices:RaiPolicies_List': cognitive('raiPolicies'),
  'CognitiveServices:RaiBlocklists_List': cognitive('raiBlocklists'),
  'CognitiveServices:DefenderForAISettings_List': cognitive('defenderForAISettings'),
  'CognitiveServices:CommitmentPlans_List': cognitive('commitmentPlans'),

  'MachineLearning:Workspaces_List': all(`${ML}/workspaces`, ML_VERSION),
  'MachineLearning:Registries_List': all(`${ML}/registries`, ML_VERSION),
  'MachineLearning:OnlineEndpoints_List': ml('onlineEndpoints'),
  'MachineLearning:OnlineDeployments_List': ml('onlineEndpoints/deployments'),
  'MachineLearning:BatchEndpoints_List': ml('batchEndpoints'),
  'MachineLearning:BatchDeployments_List': ml('batchEndpoints/deployments'),
  'MachineLearning:ServerlessEndpoints_List': ml('serverlessEndpoints'),
  'MachineLearning:MarketplaceSubscriptions_List': { ...ml('marketplaceSubscriptions'), isUnlisted: true },
  'MachineLearning:WorkspaceConnections_List': ml('connections'),
  'MachineLearning:Compute_List': ml('computes'),
  'MachineLearning:Jobs_List': ml('jobs'),
  'MachineLearning:ModelContainers_List': ml('models'),
  'MachineLearning:ModelVersions_List': ml('models/versions'),
  'MachineLearning:DataContainers_List': ml('data'),

  'Search:Services_List': all('Microsoft.Search/searchServices', '2023-11-01'),
  'BotService:Bots_List': all('Microsoft.BotService/botServices', '2022-09-15'),
  'Databricks:Workspaces_List': all('Microsoft.Databricks/workspaces', '2024-05-01'),
  'ContainerApps:ContainerApps_List': all('Microsoft.App/containerApps', '2024-03-01'),
  'ContainerService:ManagedClusters_List': all('Microsoft.ContainerService/managedClusters', '2025-09-01'),
  'Web:WebApps_List': all('Microsoft.Web/sites', '2024-04-01'),
  'DocumentDB:DatabaseAccounts_List': all('Microsoft.DocumentDB/databaseAccounts', '2024-05-15'),
  'PostgreSQL:Servers_List': all('Microsoft.DBforPostgreSQL/flexibleServers', '2024-08-01'),
  'PostgreSQL:Configurations_Get': get(
    '{id}/configurations/azure.extensions',
    '2024-08-01',
    'Microsoft.DBforPostgreSQL/flexibleServers/configurations/read',
  ),

  'Monitor:Metrics_List': get(
    '{id}/providers/Microsoft.Insights/metrics',
    '2023-10-01',
    'Microsoft.Insights/Metrics/Read',
  ),
  'Monitor:DiagnosticSettings_List': get(
    '{id}/providers/Microsoft.Insights/diagnosticSettings',
    '2021-05-01-preview',
    'Microsoft.Insights/DiagnosticSettings/Read',
  ),
  // The two requests with a body: questions that change nothing.
  'ResourceGraph:Resources': {
    method: 'POST',
    path: '/providers/Microsoft.ResourceGraph/resources',
    version: '2022-10-01',
    permission: 'Microsoft.ResourceGraph/resources/read',
    paging: 'skip-token',
  },
  'CostManagement:Query_Usage': {
    method: 'POST',
    path: '/subscriptions/{subscription}/providers/Microsoft.CostManagement/query',
    version: '2025-03-01',
    permission: 'Microsoft.CostManagement/query/action',
  },
} as const satisfies Record<string, RestOperation>

export type Operation = keyof typeof operations

/** The built-in role that lets agents be read; Reader does not. */
export const FOUNDRY_ROLE = 'Foundry User'

export const restOf = (operation: Operation): RestOperation => operations[operation]
export const permissionOf = (operation: Operation): string => operations[operation].permission
/** `CognitiveServices:Deployments_List` → `CognitiveServices`. */
export const apiOf = (operation: Operation): string => operation.slice(0, operation.indexOf(':'))
