export const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444'
export const TENANT = '99999999-8888-7777-6666-555555555555'
export const SUB = `/subscriptions/${SUBSCRIPTION}`
const GROUP = `${SUB}/resourceGroups/rg-Shop`

/** Stands where a secret could: none of it may leave. */
export const PLANTED = 'planted-Secret-0123456789abcdef'

export const all = (type: string): string => `${SUB}/providers/${type}`.toLowerCase()
export const idOf = (type: string, name: string): string => `${GROUP}/providers/${type}/${name}`
export const below = (id: string, type: string): string => `${id}/${type}`.toLowerCase()

export const ACCOUNTS = 'Microsoft.CognitiveServices/accounts'
export const WORKSPACES = 'Microsoft.MachineLearningServices/workspaces'
export const OPENAI = idOf(ACCOUNTS, 'Shop-OpenAI')
export const FOUNDRY = idOf(ACCOUNTS, 'shop-foundry')
export const SPEECH = idOf(ACCOUNTS, 'shop-speech')
export const HUB = idOf(WORKSPACES, 'shop-hub')
export const PROJECT = `${FOUNDRY}/projects/support`
/** A resource with little more than its name. */
export const one = (id: string, properties: object = {}, extra: object = {}) => ({
  id,
  name: id.split('/').at(-1),
  location: 'westeurope',
  properties,
  ...extra,
})
