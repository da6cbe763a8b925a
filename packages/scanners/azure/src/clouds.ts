/** Azure's clouds, each with its own Resource Manager and its own place to sign in. From Microsoft's lists of endpoints. */
const CLOUDS = {
  public: {
    resourceManager: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
    search: 'search.windows.net',
    foundry: 'services.ai.azure.com',
    foundryAudience: 'https://ai.azure.com',
  },
  usgovernment: {
    resourceManager: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
    search: 'search.azure.us',
    foundry: 'services.ai.azure.us',
    foundryAudience: 'https://ai.azure.us',
  },
  china: {
    resourceManager: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
    search: 'search.azure.cn',
    foundry: 'services.ai.azure.cn',
    foundryAudience: 'https://ai.azure.cn',
  },
} as const

export const clouds = ['public', 'usgovernment', 'china'] as const
export type Cloud = (typeof clouds)[number]

export interface CloudNames {
  readonly resourceManager: string
  readonly authority: string
  /** What stands behind the name of a search service. */
  readonly search: string
  /** What stands behind the name of an account whose projects are asked themselves, and whom its token is for. */
  readonly foundry: string
  readonly foundryAudience: string
}

export const cloudOf = (cloud: Cloud): CloudNames => CLOUDS[cloud]

/** Resource Manager by any of its names: `management.azure.com`, or that of one region. */
export const isResourceManager = (host: string): boolean =>
  Object.values(CLOUDS).some(({ resourceManager }) => {
    const known = new URL(resourceManager).hostname
    return host === known || host.endsWith(`.${known}`)
  })
