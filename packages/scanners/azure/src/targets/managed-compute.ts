import { thing, toArm } from '../finding.ts'
import { number, text } from '../resource.ts'
import { ownerOf, registryModel, registryOwner } from '../suppliers.ts'
import { target } from '../target.ts'
import { ACCOUNT, deploymentNames, kindOf } from './cognitive-accounts.ts'
import { foundryAccounts } from './cognitive-projects.ts'

/**
 * Open models on accelerators that Microsoft runs for an account (`GlobalManagedCompute`) or on its own (`VmManagedCompute`). They
 * answer at the account's address, by the deployment's name like any other.
 */
export const managedCompute = target({
  id: 'foundry-managed-compute',
  // A scope of its own: it is in preview, and who does not know it must not hide the deployments that everybody knows.
  service: 'microsoft.cognitiveservices.managedcompute',
  title: 'Deployments of AI Foundry on managed compute',
  kinds: ['endpoint'],
  operations: ['CognitiveServices:Accounts_List', 'CognitiveServices:ManagedComputeDeployments_List'],
  list: (arm) => arm.below('CognitiveServices:ManagedComputeDeployments_List', foundryAccounts(arm)),
  *toFindings(deployment, place) {
    const { parent, json } = deployment
    const asset = text(json, 'properties', 'model')
    const model = registryModel(asset)
    yield thing(place, {
      type: 'foundry-managed-compute',
      kind: 'endpoint',
      resource: deployment,
      parent,
      grade: 'deployed',
      supplier: ownerOf(place, ACCOUNT, kindOf(parent)),
      product: 'Managed compute deployment',
      ...(model
        ? { model: { id: model.name, publisher: registryOwner(place, model.registry, model.name) } }
        : {}),
      operation: 'CognitiveServices:ManagedComputeDeployments_List',
      identifiers: deploymentNames(parent, deployment.name),
      relations: [toArm('depends-on', parent.id), toArm('depends-on', text(json, 'properties', 'computeId'))],
      attributes: {
        account: parent.name,
        modelAsset: asset,
        template: text(json, 'properties', 'deploymentTemplate'),
        accelerator: text(json, 'properties', 'acceleratorType'),
        sku: text(json, 'sku', 'name'),
        capacity: number(json, 'sku', 'capacity'),
        priority: text(json, 'properties', 'priority'),
        upgrades: text(json, 'properties', 'versionUpgradeOption'),
        status: text(json, 'properties', 'provisioningState'),
        scoringPath: text(json, 'properties', 'routes', 'chatCompletionsScoringPath'),
      },
    })
  },
})
